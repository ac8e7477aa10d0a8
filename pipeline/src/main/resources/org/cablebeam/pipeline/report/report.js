'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const number = new Intl.NumberFormat('en-US');
  const byId = id => document.getElementById(id);

  /** An element with text; whatever came from a cable stays text. */
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const plural = (count, one) => `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;
  const size = bytes => bytes < 1e6 ? `${number.format(Math.ceil(bytes / 1e3))} kB`
    : bytes < 1e9 ? `${number.format(Math.round(bytes / 1e6))} MB` : `${number.format(Math.round(bytes / 1e8) / 10)} GB`;

  byId('facts').textContent = `Cablebeam ${data.run.version}, run of ${data.run.started}: ` +
    `${plural(data.run.files, 'file')}, ${size(data.run.bytes)}, ${plural(data.run.seconds, 'second')}.`;
  for (const [name, value] of data.totals) {
    const card = element('div');
    card.append(element('dt', name), element('dd', number.format(value)));
    byId('totals').append(card);
  }

  /** Every year from the first to the last, those without cables too. */
  const counts = new Map(data.years);
  const known = data.years.map(year => Number(year[0]));
  const years = [];
  for (let year = Math.min(...known); year <= Math.max(...known); year++) years.push(String(year));
  const dated = data.years.reduce((sum, year) => sum + year[1], 0);
  const cables = new Map(data.totals).get('Cables');
  byId('years-note').textContent = dated === cables ? 'By the date-time group of each cable.'
    : `By the date-time group of each cable; ${plural(cables - dated, 'cable')} without a date ${cables - dated === 1 ? 'is' : 'are'} not shown.`;

  /** Charts know no style sheet: they are drawn anew when the colours of the page change. */
  const charts = [];
  const draw = () => {
    const style = getComputedStyle(document.documentElement);
    const color = name => style.getPropertyValue(name).trim();
    while (charts.length) charts.pop().destroy();
    Chart.defaults.color = color('--soft');
    Chart.defaults.borderColor = color('--line');
    Chart.defaults.font.family = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
    Chart.defaults.font.size = 13;
    Chart.defaults.animation = false;
    const bars = (id, labels, values, axis) => charts.push(new Chart(byId(id), {
      type: 'bar',
      data: { labels, datasets: [{ label: 'cables', data: values, backgroundColor: color('--accent'), borderRadius: 3, maxBarThickness: 64 }] },
      options: {
        indexAxis: axis, maintainAspectRatio: false,
        plugins: { legend: { display: false } },
        scales: {
          [axis]: { grid: { display: false } },
          [axis === 'x' ? 'y' : 'x']: { beginAtZero: true, border: { display: false }, ticks: { precision: 0, maxTicksLimit: 6 } },
        },
      },
    }));
    bars('years', years, years.map(year => counts.get(year) || 0), 'x');
    bars('levels', data.levels.map(level => level[0]), data.levels.map(level => level[1]), 'y');
  };
  draw();
  for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', draw);

  /** What a chart shows, in words for those who do not see it. */
  const tell = (id, pairs) => byId(id).setAttribute('aria-label',
    `${byId(id).getAttribute('aria-label')}. ${pairs.map(pair => `${pair[0]}: ${number.format(pair[1])}`).join(', ')}.`);
  tell('years', data.years);
  tell('levels', data.levels);

  /** Shares of a whole of fewer cables than this say nothing: they do not set the scale of colours. */
  const FEW = 20;
  const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 2 });

  /** Rows of counts; a cell is as strong as its share of its whole, the strongest share being full. */
  const heat = (id, corner, columns, rows, whole) => {
    const made = byId(id);
    const dense = columns.length > 16;
    if (dense) made.className = 'dense';
    const head = made.createTHead().insertRow();
    const first = element('th', corner);
    first.scope = 'col';
    head.append(first);
    for (const column of columns) {
      const cell = element('th', undefined, 'number');
      cell.append(element('span', column));
      cell.scope = 'col';
      head.append(cell);
    }
    const share = (row, column) => (row.counts.get(column) || 0) / Math.max(1, whole(row, column));
    const cells = rows.flatMap(row => columns.map(column => [row, column]));
    const telling = cells.filter(cell => whole(...cell) >= FEW);
    const most = Math.max(...(telling.length ? telling : cells).map(cell => share(...cell)));
    const body = made.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      const name = element('th', row.code);
      name.scope = 'row';
      if (row.name) {
        name.title = row.name;
        if (!dense) name.append(element('small', row.name));
      }
      line.append(name);
      for (const column of columns) {
        const count = row.counts.get(column) || 0;
        const cell = element('td', count ? (dense ? short : number).format(count) : '');
        if (count) {
          const strength = 0.08 + 0.87 * Math.min(1, share(row, column) / most);
          cell.style.setProperty('--share', strength.toFixed(3));
          if (strength > 0.55) cell.className = 'strong';
          cell.title = `${row.code}, ${column}: ${plural(count, 'cable')}, ${(100 * share(row, column)).toFixed(1)} %`;
        }
        line.append(cell);
      }
    }
  };
  const tagged = years.filter(year => data.heat.some(tag => tag.years.some(count => count[0] === year)));
  if (tagged.length) {
    heat('heat', 'Tag', years.filter(year => year >= tagged[0] && year <= tagged[tagged.length - 1]), data.heat.map(tag => ({ code: tag.tag, name: tag.name, counts: new Map(tag.years) })),
      (row, year) => counts.get(year) || 0);
  } else {
    byId('heat-title').parentElement.hidden = true;
  }
  if (data.traffic.to.length) {
    const sent = new Map(data.posts.map(post => [post[0], post[3]]));
    heat('traffic', 'From \\ to', data.traffic.to,
      data.traffic.from.map(([post, to]) => ({ code: post, counts: new Map(to) })), row => sent.get(row.code));
  } else {
    byId('traffic-title').parentElement.hidden = true;
  }

  /** A table that sorts by its heads and shows what the search box asks for, 200 rows at most. */
  const MOST_ROWS = 200;
  const table = (id, columns, rows) => {
    const made = byId(id);
    const head = made.createTHead().insertRow();
    const body = made.createTBody();
    let sorted = rows;
    const search = byId(id + '-search');
    const note = byId(id + '-found');
    const show = () => {
      const asked = search ? search.value.trim().toLowerCase() : '';
      const found = sorted.filter(row => !asked || row.some(cell => String(cell ?? '').toLowerCase().includes(asked)));
      body.replaceChildren(...found.slice(0, MOST_ROWS).map(row => {
        const line = element('tr');
        row.forEach((cell, i) => {
          const text = typeof cell === 'number' ? number.format(cell) + (columns[i].unit || '') : cell;
          const made = element(i ? 'td' : 'th', text, columns[i].number ? 'number' : columns[i].long ? 'text' : '');
          if (!i) made.scope = 'row';
          line.append(made);
        });
        return line;
      }));
      if (note) note.textContent = found.length > MOST_ROWS
        ? `${MOST_ROWS} of ${number.format(found.length)} rows; search to see others` : plural(found.length, 'row');
    };
    columns.forEach((column, i) => {
      const cell = element('th', undefined, column.number ? 'number' : '');
      cell.scope = 'col';
      if (column.sorted) cell.setAttribute('aria-sort', 'descending');
      const button = element('button', column.name);
      button.type = 'button';
      button.addEventListener('click', () => {
        const before = cell.getAttribute('aria-sort');
        const up = before ? before === 'descending' : !column.number;
        for (const other of head.cells) other.removeAttribute('aria-sort');
        cell.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        sorted = [...rows].sort((a, b) => {
          // What is not known stays at the end.
          if (a[i] === null || b[i] === null) return (a[i] === null) - (b[i] === null);
          return (up ? 1 : -1) * (column.number ? a[i] - b[i] : String(a[i]).localeCompare(String(b[i])));
        });
        show();
      });
      cell.append(button);
      head.append(cell);
    });
    if (search) search.addEventListener('input', show);
    show();
  };
  table('posts', [
    { name: 'Post' }, { name: 'Name' }, { name: 'Country' }, { name: 'Cables', number: true, sorted: true }, { name: 'First' },
    { name: 'Last' }, { name: 'Estimated', number: true }, { name: 'Seen', number: true, unit: ' %' }, { name: 'Top tags', long: true },
  ], data.posts);
  table('tags', [
    { name: 'Tag' }, { name: 'Kind' }, { name: 'Name', long: true }, { name: 'Cables', number: true, sorted: true }, { name: 'First' },
    { name: 'Last' }, { name: 'Top posts', long: true },
  ], data.tags.map(tag => [tag[0], tag[1].toLowerCase(), ...tag.slice(2)]));
  byId('rejects-note').textContent = data.rejects.length
    ? 'Messages of which no cable could be made, with one example of each reason. All are in rejects/, whole.'
    : 'Every message was read.';
  if (data.rejects.length) {
    table('rejects', [
      { name: 'Reason' }, { name: 'Messages', number: true, sorted: true }, { name: 'What is known', long: true },
      { name: 'For example', long: true }, { name: 'Begins', long: true },
    ], data.rejects);
  }
  byId('inputs-note').textContent = data.inputs.length < data.troubled
    ? `The first ${number.format(data.inputs.length)} of ${number.format(data.troubled)}; all are in ledger/ledger.csv.`
    : data.inputs.length ? 'From ledger/ledger.csv, which lists all inputs.' : 'All inputs were read whole.';
  if (data.inputs.length) {
    table('inputs', [
      { name: 'Input' }, { name: 'Taken for' }, { name: 'Messages', number: true },
      { name: 'Rejects', number: true }, { name: 'Status' }, { name: 'Reason', long: true },
    ], data.inputs);
  }
  for (const id of ['rejects', 'inputs']) if (!data[id].length) byId(id).parentElement.hidden = true;

  for (const title of document.querySelectorAll('main h2')) {
    if (title.parentElement.hidden) continue;
    const link = element('a', title.textContent);
    link.href = '#' + title.id;
    const item = element('li');
    item.append(link);
    byId('contents').append(item);
  }
})();
