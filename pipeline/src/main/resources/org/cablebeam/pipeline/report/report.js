'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const number = new Intl.NumberFormat('en-US');
  const style = getComputedStyle(document.documentElement);
  const color = name => style.getPropertyValue(name).trim();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  /** An element with text; whatever came from a cable stays text. */
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  document.getElementById('facts').textContent =
    `Cablebeam ${data.run.version}, run of ${data.run.started}: ${number.format(data.run.files)} files, ` +
    `${number.format(Math.round(data.run.bytes / 1e6))} MB, ${number.format(data.run.seconds)} seconds.`;

  const totals = document.getElementById('totals');
  for (const [name, value] of data.totals) {
    const card = element('div');
    card.append(element('dt', name), element('dd', number.format(value)));
    totals.append(card);
  }

  Chart.defaults.color = color('--soft');
  Chart.defaults.borderColor = color('--line');
  Chart.defaults.font.family = 'system-ui, sans-serif';
  if (still) Chart.defaults.animation = false;
  const bars = (id, counts, axis) => new Chart(document.getElementById(id), {
    type: 'bar',
    data: {
      labels: counts.map(count => count[0]),
      datasets: [{ label: 'cables', data: counts.map(count => count[1]), backgroundColor: color('--accent') }],
    },
    options: {
      indexAxis: axis, maintainAspectRatio: false,
      plugins: { legend: { display: false } },
      scales: { [axis === 'x' ? 'y' : 'x']: { beginAtZero: true, ticks: { precision: 0 } } },
    },
  });
  bars('years', data.years, 'x');
  bars('levels', data.levels, 'y');

  const heat = document.getElementById('heat');
  {
    const head = heat.createTHead().insertRow();
    head.append(element('th', 'Tag'));
    for (const [year] of data.years) head.append(element('th', year, 'number'));
    const body = heat.createTBody();
    const most = new Map(data.years);
    for (const tag of data.heat) {
      const row = body.insertRow();
      const name = element('th', tag.tag);
      name.scope = 'row';
      name.title = tag.name || '';
      row.append(name);
      const counts = new Map(tag.years);
      for (const [year] of data.years) {
        const count = counts.get(year) || 0;
        const cell = element('td', count ? number.format(count) : '');
        if (count) cell.style.background = `rgba(${color('--heat')}, ${Math.min(0.75, 0.08 + count / most.get(year))})`;
        row.append(cell);
      }
    }
  }

  /** A table that sorts by its heads and shows what the search box asks for, 200 rows at most. */
  const table = (id, columns, rows) => {
    const made = document.getElementById(id);
    const head = made.createTHead().insertRow();
    const body = made.createTBody();
    const note = made.createCaption();
    let sorted = rows;
    const search = document.getElementById(id + '-search');
    const show = () => {
      const asked = search ? search.value.trim().toLowerCase() : '';
      const found = sorted.filter(row => !asked || row.some(cell => String(cell ?? '').toLowerCase().includes(asked)));
      body.replaceChildren(...found.slice(0, 200).map(row => {
        const line = element('tr');
        row.forEach((cell, i) => line.append(element('td',
          columns[i].number && typeof cell === 'number' ? number.format(cell) : cell,
          columns[i].number ? 'number' : columns[i].long ? 'text' : '')));
        return line;
      }));
      note.textContent = found.length > 200
        ? `200 of ${number.format(found.length)} rows; search to see others`
        : `${number.format(found.length)} rows`;
    };
    columns.forEach((column, i) => {
      const cell = element('th', undefined, column.number ? 'number' : '');
      cell.scope = 'col';
      const button = element('button', column.name);
      button.type = 'button';
      button.addEventListener('click', () => {
        const up = cell.getAttribute('aria-sort') === 'descending' || (!column.number && !cell.hasAttribute('aria-sort'));
        for (const other of head.cells) other.removeAttribute('aria-sort');
        cell.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        sorted = [...rows].sort((a, b) => (up ? 1 : -1) *
          (column.number ? (a[i] ?? -1) - (b[i] ?? -1) : String(a[i] ?? '').localeCompare(String(b[i] ?? ''))));
        show();
      });
      cell.append(button);
      head.append(cell);
    });
    if (search) search.addEventListener('input', show);
    show();
  };
  table('posts', [
    { name: 'Post' }, { name: 'Name' }, { name: 'Country' }, { name: 'Cables', number: true }, { name: 'First' },
    { name: 'Last' }, { name: 'Estimated', number: true }, { name: 'Top tags', long: true },
  ], data.posts);
  table('tags', [
    { name: 'Tag' }, { name: 'Kind' }, { name: 'Name', long: true }, { name: 'Cables', number: true }, { name: 'First' },
    { name: 'Last' }, { name: 'Top posts', long: true },
  ], data.tags);
  document.getElementById('inputs-note').textContent = data.inputs.length
    ? `The first ${number.format(data.inputs.length)} of ${number.format(data.troubled)}; all are in ledger/ledger.csv.`
    : 'All inputs were read whole.';
  table('inputs', [
    { name: 'Input', long: true }, { name: 'Taken for' }, { name: 'Messages', number: true },
    { name: 'Rejects', number: true }, { name: 'Status' }, { name: 'Reason', long: true },
  ], data.inputs);
})();
