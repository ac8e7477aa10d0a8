'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const totals = data.totals;
  const byId = id => document.getElementById(id);
  const number = new Intl.NumberFormat('en-US');
  const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 2 });
  /** Where there is little room: in full as long as it has three digits. */
  const short = count => (count < 1000 ? number : compact).format(count);
  const round = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
  const plural = (count, one) => `${number.format(count)} ${one}${count === 1 ? '' : 's'}`;
  const percent = share => share > 0 && share < .001 ? '<\u00a00.1\u00a0%' : `${(100 * share).toFixed(1)}\u00a0%`;
  const size = bytes => bytes < 1e6 ? `${number.format(Math.ceil(bytes / 1e3))} kB`
    : bytes < 1e10 ? `${number.format(Math.round(bytes / 1e6))} MB` : `${number.format(Math.round(bytes / 1e8) / 10)} GB`;
  const time = seconds => seconds < 100 ? plural(Math.round(seconds * 10) / 10, 'second')
    : seconds < 6000 ? plural(Math.round(seconds / 60), 'minute') : plural(Math.round(seconds / 360) / 10, 'hour');
  const words = code => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

  /** An element with text; whatever came from a cable stays text. */
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const head = (row, text, className) => {
    const cell = element('th', text, className);
    cell.scope = 'col';
    row.append(cell);
    return cell;
  };
  const caption = (table, text, seen) => table.createCaption().append(element('span', text, seen ? '' : 'unseen'));
  const hide = id => { byId(id).hidden = true; };
  const note = (id, text) => { byId(id).textContent = text; };

  /** A bar as long as a share; what it shows stands beside it as a number. */
  const bar = share => {
    const whole = element('span', undefined, 'bar');
    whole.setAttribute('aria-hidden', 'true');
    const part = element('i');
    part.style.setProperty('--share', `${(100 * Math.min(1, share)).toFixed(1)}%`);
    whole.append(part);
    return whole;
  };

  /** Shares of a whole of fewer cables than this say nothing. */
  const FEW = 20;

  // The whole.

  const years = data.years;
  const span = years.length ? years[0] === years[years.length - 1] ? years[0] : `${years[0]}–${years[years.length - 1]}` : '';
  const headline = totals.cables ? `${plural(totals.cables, 'cable')}${span ? ', ' + span : ''}` : 'No cables';
  note('headline', headline);
  document.title = `${headline}: Cablebeam report`;
  note('facts', `Read from ${plural(data.run.files, 'file')} of ${size(data.run.bytes)} in ${time(data.run.seconds)}, ` +
    `${data.run.started}. Cablebeam ${data.run.version}.`);
  const tiles = [
    ['Messages read', totals.messages], ['Cables kept', totals.cables], ['Duplicates set aside', totals.duplicates],
    ['Sections joined to others', totals.sections], ['Rejects', totals.rejects],
  ];
  if (totals.left_out) tiles.push(['Left out by date', totals.left_out]);
  tiles.push(['Posts', totals.posts], ['Tags', totals.tags]);
  for (const [name, value] of tiles) {
    const tile = element('div');
    tile.append(element('dt', name), element('dd', number.format(value)));
    byId('tiles').append(tile);
  }
  const median = totals.words_median && totals.cables > 1 ? ` A cable has ${plural(totals.words_median, 'word')} in the median; 95 % have at most ${number.format(totals.words_p95)}.` : '';
  const cited = totals.references_made ? ` They make ${plural(totals.references_made, 'reference')} to cables, of which ${percent(totals.references_resolved / totals.references_made)} lead to cables that are here.` : '';
  note('totals-note', `Every message is a cable, a duplicate, a section that was joined to another, or a reject${
    totals.left_out ? ', or was left out because of its date' : ''}; the numbers add up.${median}${cited}`);

  // Charts know no style sheet: they are drawn anew when the colours of the page change.

  const charts = new Map();
  const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = (id, make) => {
    charts.get(id)?.chart?.destroy();
    Chart.defaults.color = color('--soft');
    Chart.defaults.borderColor = color('--line');
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 12.5;
    Chart.defaults.animation = false;
    charts.set(id, { make, chart: new Chart(byId(id), make()) });
  };
  const redraw = () => charts.forEach(({ make }, id) => draw(id, make));
  for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', redraw);
  const legend = (id, entries) => byId(id).replaceChildren(...entries.map(([name, variable]) => {
    const entry = element('li');
    const swatch = element('span', undefined, 'swatch');
    swatch.style.setProperty('background', `var(${variable})`);
    entry.append(swatch, name);
    return entry;
  }));
  const stack = (labels, sets, dense) => ({
    type: 'bar',
    data: {
      labels,
      datasets: sets.map(([label, variable, values]) => ({
        label, data: values, backgroundColor: color(variable), borderColor: color('--paper'),
        borderWidth: dense ? 0 : { top: 1 }, borderSkipped: false, maxBarThickness: 56,
        categoryPercentage: dense ? 1 : .86, barPercentage: dense ? .9 : 1,
      })),
    },
    options: {
      maintainAspectRatio: false, normalized: true,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: {
          itemSort: (a, b) => b.datasetIndex - a.datasetIndex, filter: item => item.raw > 0, boxPadding: 4, padding: 10,
          callbacks: { footer: items => items.length > 1 ? `All: ${number.format(items.reduce((sum, item) => sum + item.raw, 0))}` : '' },
        },
      },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 14 } },
        y: { stacked: true, beginAtZero: true, border: { display: false }, ticks: { precision: 0, maxTicksLimit: 6, callback: value => compact.format(value) } },
      },
    },
  });

  // The timeline.

  /** Every year or month from the first to the last, those without cables too. */
  const steps = keys => {
    if (!keys.length) return [];
    const all = [];
    const months = keys[0].length > 4;
    let [year, month] = keys[0].split('-').map(Number);
    for (let key = keys[0]; key <= keys[keys.length - 1] && all.length < 3000;) {
      all.push(key);
      if (months && month < 12) month++; else { year++; month = 1; }
      key = months ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` : String(year).padStart(4, '0');
    }
    return all;
  };
  const sums = new Map(data.timeline.years.map(([key, counts]) => [key, counts.reduce((a, b) => a + b, 0)]));
  const dated = [...sums.values()].reduce((a, b) => a + b, 0);
  const levels = data.levels.map((level, i) => ({ level, i })).filter(({ i }) => data.timeline.years.some(([, counts]) => counts[i]));
  const undated = totals.cables - dated;
  note('timeline-note', `By the date-time group of each cable.${undated
    ? ` ${plural(undated, 'cable')} without a date ${undated === 1 ? 'is' : 'are'} not shown.` : ''}`);
  if (years.length) {
    const show = unit => {
      const entries = data.timeline[unit];
      const counts = new Map(entries);
      const keys = steps(entries.map(entry => entry[0]));
      draw('timeline-chart', () => stack(keys, [...levels].reverse().map(({ level, i }) =>
        [words(level), `--level-${i}`, keys.map(key => counts.get(key)?.[i] || 0)]), unit === 'months'));
      const body = element('tbody');
      for (const [key, counts] of entries) {
        const line = body.insertRow();
        const name = element('th', key);
        name.scope = 'row';
        line.append(name, ...levels.map(({ i }) => element('td', counts[i] ? number.format(counts[i]) : '–', 'number')),
          element('td', number.format(counts.reduce((a, b) => a + b, 0)), 'number'));
      }
      byId('timeline-table').tBodies[0].replaceWith(body);
      byId('timeline-table').tHead.rows[0].cells[0].textContent = unit === 'months' ? 'Month' : 'Year';
    };
    const made = byId('timeline-table');
    caption(made, 'Cables over time, by level');
    const row = made.createTHead().insertRow();
    head(row, 'Year');
    for (const { level } of levels) head(row, words(level), 'number');
    head(row, 'All', 'number');
    made.createTBody();
    show('years');
    if (data.timeline.months.length > 1) {
      for (const input of document.getElementsByName('unit')) input.addEventListener('change', () => show(input.value));
    } else {
      document.querySelector('#timeline .switch').hidden = true;
    }
    legend('timeline-legend', levels.map(({ level, i }) => [words(level), `--level-${i}`]));
    const peak = [...sums].reduce((a, b) => b[1] > a[1] ? b : a);
    byId('timeline-chart').setAttribute('aria-label', `Stacked bars: cables by year and level, ${span}. ` +
      `Most in ${peak[0]}: ${number.format(peak[1])}. The figures are in the table below.`);
  } else {
    hide('timeline');
  }

  // Levels, controls, captions.

  const bars = (id, title, rows) => {
    const made = byId(id);
    caption(made, title, true);
    const line = made.createTHead().insertRow();
    line.className = 'unseen';
    for (const name of [title, 'Bar', 'Cables', 'Share']) head(line, name);
    const body = made.createTBody();
    const most = Math.max(...rows.map(row => row[1]));
    for (const [name, count] of rows) {
      const row = body.insertRow();
      const first = element('th', name);
      first.scope = 'row';
      const wide = element('td', undefined, 'wide');
      wide.append(bar(count / most));
      row.append(first, wide, element('td', number.format(count), 'number'), element('td', percent(count / totals.cables), 'number quiet'));
    }
    if (!rows.length) made.parentElement.hidden = true;
  };
  bars('levels-table', 'Level', data.sums.levels.map(([level, count]) => [words(level), count]));
  bars('controls-table', 'Control', data.sums.controls);
  bars('captions-table', 'Caption', data.sums.captions);
  bars('persons-table', 'Person', data.sums.persons);
  bars('organizations-table', 'Organisation', data.sums.organizations);
  if (!data.sums.persons.length && !data.sums.organizations.length) hide('names');
  if (!totals.cables) hide('levels');

  // Tables that sort by their heads and show what the search box asks for.

  const ROWS = 100;
  const collator = new Intl.Collator('en', { numeric: true });
  const table = (id, title, columns, rows) => {
    const made = byId(`${id}-table`);
    const find = byId(`${id}-find`);
    caption(made, title);
    const line = made.createTHead().insertRow();
    const body = made.createTBody();
    const texts = new Map(rows.map(row => [row, row.filter(cell => typeof cell === 'string').join('\n').toLowerCase()]));
    let sorted = rows;
    let shown = ROWS;
    let search, found, more;
    const cellOf = (row, i) => {
      const column = columns[i];
      const value = row[column.at];
      const cell = element(i ? 'td' : 'th', undefined, column.type);
      if (!i) cell.scope = 'row';
      if (column.show) {
        cell.append(...column.show(value, row));
      } else {
        cell.textContent = typeof value === 'number' ? number.format(value) : value;
      }
      return cell;
    };
    const show = () => {
      const asked = search ? search.value.trim().toLowerCase().split(/\s+/).filter(word => word) : [];
      const hits = asked.length ? sorted.filter(row => asked.every(word => texts.get(row).includes(word))) : sorted;
      body.replaceChildren(...hits.slice(0, shown).map(row => {
        const made = element('tr');
        made.append(...columns.map((column, i) => cellOf(row, i)));
        return made;
      }));
      if (found) found.textContent = hits.length === rows.length ? plural(rows.length, 'row') : `${number.format(hits.length)} of ${plural(rows.length, 'row')}`;
      if (more) {
        more.hidden = hits.length <= shown;
        more.textContent = `Show ${number.format(Math.min(ROWS, hits.length - shown))} more of ${number.format(hits.length)}`;
      }
    };
    const sort = (i, up) => {
      for (const other of line.cells) other.removeAttribute('aria-sort');
      line.cells[i].setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const at = columns[i].at;
      sorted = [...rows].sort((a, b) => {
        const [x, y] = [a[at], b[at]];
        // What is not known stays at the end.
        if (x === null || y === null) return (x === null) - (y === null);
        return (up ? 1 : -1) * (typeof x === 'number' ? x - y : collator.compare(x, y));
      });
      show();
    };
    columns.forEach((column, i) => {
      const numeric = (column.type || '').includes('number');
      const cell = head(line, column.fixed ? column.name : undefined, numeric ? 'number' : '');
      if (column.fixed) return;
      const button = element('button', column.name);
      button.type = 'button';
      button.addEventListener('click', () => {
        const before = cell.getAttribute('aria-sort');
        sort(i, before ? before === 'descending' : !numeric);
      });
      cell.append(button);
      if (column.sorted) cell.setAttribute('aria-sort', 'descending');
    });
    if (find && rows.length > 8) {
      const label = element('label', 'Search');
      search = element('input');
      search.type = 'search';
      search.id = `${id}-search`;
      search.setAttribute('aria-controls', made.id);
      search.setAttribute('aria-label', `Search ${title.toLowerCase()}`);
      search.addEventListener('input', () => { shown = ROWS; show(); });
      label.append(search);
      found = element('p');
      found.id = `${id}-found`;
      found.setAttribute('role', 'status');
      find.append(label, found);
    }
    if (rows.length > ROWS) {
      more = element('button', undefined, 'more');
      more.type = 'button';
      more.addEventListener('click', () => { shown += ROWS; show(); });
      made.parentElement.after(more);
    }
    show();
  };
  // A column shows what stands at its place in a row; more of the row where it has its own way to.
  const ranked = (at, rows) => {
    const most = Math.max(1, ...rows.map(row => row[at]));
    return { name: 'Cables', at, type: 'number', sorted: true, show: value => [number.format(value), bar(value / most)] };
  };
  const share = value => value === null ? [] : [percent(value), bar(value)];
  const others = (rows, all, file) => rows < all
    ? ` The ${number.format(rows)} with most cables are here; all ${number.format(all)} are in ${file}.` : '';
  const brief = (name, at) => ({ name, at, type: 'list quiet' });
  /** A name, and in small letters what is of the kind of it. */
  const named = (name, at, kind) => ({
    name, at, type: 'name', show: (value, row) => [value || '', ...(kind(value, row) ? [' ', element('small', kind(value, row))] : [])],
  });
  /** The month of the first cable and that of the last, which stands behind it in the row. */
  const period = at => ({
    name: 'First – last', at, type: 'quiet',
    show: (first, row) => first === null ? [] : first.slice(0, 7) === row[at + 1].slice(0, 7) ? [first.slice(0, 7)]
      : [`${first.slice(0, 7)} – ${row[at + 1].slice(0, 7)}`],
  });
  const long = (name, at) => ({ name, at, type: 'text quiet' });
  /** A code of several words, which may go on in a second line. */
  const code = (name, at) => ({
    name, at, type: 'code', show: value => value.split(/(?<=_)/).flatMap((part, i) => i ? [element('wbr'), part] : [part]),
  });

  if (data.posts.length) {
    note('posts-note', 'How many cables a post sent in the years in which it is seen is estimated from its serial numbers; the ' +
      'limits add up the 95 % limits of each year. “Here” is the share of the estimate that was read.' +
      others(data.posts.length, totals.posts, 'statistics/posts.csv'));
    table('posts', 'Posts', [
      { name: 'Post', at: 0 }, ranked(3, data.posts), named('Name', 1, (name, row) => row[2]), period(4),
      { name: 'Sent, estimated', at: 6, type: 'number' },
      {
        name: 'Limits', at: 7, type: 'number quiet',
        show: (low, row) => low === null ? [] : [`${compact.format(low)} – ${compact.format(row[8])}`],
      },
      { name: 'Here', at: 9, type: 'number', show: share }, brief('Top tags', 10),
    ], data.posts);
  } else {
    hide('posts');
  }

  // Coverage.

  if (data.coverage.length) {
    const coverage = new Map(data.coverage.map(([year, seen, estimate]) => [String(year), [seen, Math.max(0, estimate - seen)]]));
    const keys = steps(data.coverage.map(entry => String(entry[0])));
    const sets = [['Read', '--level-1', 0], ['Not here, estimated', '--level-5', 1]];
    draw('coverage-chart', () => stack(keys, sets.map(([name, variable, i]) =>
      [name, variable, keys.map(key => coverage.get(key)?.[i] || 0)]), false));
    legend('coverage-legend', sets);
    const seen = data.coverage.reduce((sum, entry) => sum + entry[1], 0);
    const all = data.coverage.reduce((sum, entry) => sum + entry[2], 0);
    note('coverage-sum', `All in all about ${round.format(all)} were sent, of which ${number.format(seen)}, ${percent(Math.min(1, seen / all))}, are here.` +
      (data.outliers ? ` ${plural(data.outliers, 'high number')} that ${data.outliers === 1 ? 'does' : 'do'} not agree with the days of sending ${data.outliers === 1 ? 'is' : 'are'} left out.` : ''));
    byId('coverage-chart').setAttribute('aria-label', `Stacked bars: serial numbers read and estimated to be missing, by year. ` +
      `${byId('coverage-sum').textContent} The figures are in the table below.`);
    const made = byId('coverage-table');
    caption(made, 'Serial numbers seen and estimated by year');
    const row = made.createTHead().insertRow();
    head(row, 'Year');
    for (const name of ['Posts', 'Here', 'Sent, estimated', 'At least', 'At most', 'Share here']) head(row, name, 'number');
    const body = made.createTBody();
    for (const [year, seen, estimate, low, high, posts] of data.coverage) {
      const line = body.insertRow();
      const name = element('th', year);
      name.scope = 'row';
      line.append(name, ...[posts, seen, estimate, low, high].map(value => element('td', number.format(Math.round(value)), 'number')),
        element('td', percent(Math.min(1, seen / estimate)), 'number'));
    }
  } else {
    hide('coverage');
  }

  // Tags.

  /** The line of a tag's share of each year's cables, and in words when it was highest. */
  const trend = counts => {
    // Years of few cables say nothing; the line goes straight over them.
    const points = counts.map((count, i) => [i, sums.get(years[i]) || 0, count]).filter(([, all]) => all >= FEW).map(([i, all, count]) => [i, count / all]);
    const peak = points.reduce((a, b) => b[1] > a[1] ? b : a, [0, 0]);
    if (peak[1] === 0 || points.length < 2) return [];
    const [from, to] = [points[0][0], points[points.length - 1][0]];
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'trend');
    svg.setAttribute('viewBox', `0 0 ${counts.length - 1} 10`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    const line = points.map(([i, share], n) => `${n ? 'L' : 'M'}${i} ${(9.5 - 9 * share / peak[1]).toFixed(2)}`).join('');
    for (const [shape, name] of [[`${line}L${to} 10L${from} 10Z`, 'area'], [line, 'line']]) {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', shape);
      path.setAttribute('class', name);
      svg.append(path);
    }
    return [svg, element('span', `highest in ${years[peak[0]]}`, 'unseen')];
  };

  if (data.tags.length) {
    const [unknown, repaired] = [totals.tags_unknown, totals.cables_with_repaired_tags];
    const strange = (unknown ? ` ${plural(unknown, 'tag')}, on ${plural(totals.cables_with_unknown_tags, 'cable')}, ${unknown === 1 ? 'is' : 'are'} in no vocabulary: search for “unknown”.` : '') +
      (repaired ? ` In ${plural(repaired, 'cable')} a misspelt tag was repaired.` : '');
    note('tags-note', 'A cable counts once for each of its tags. The line shows the tag’s share of the cables of each year' +
      `${years.length > 1 ? `, ${years[0]} to ${years[years.length - 1]}` : ''}.${others(data.tags.length, totals.tags, 'statistics/tags.csv')}${strange}`);
    table('tags', 'Tags', [
      { name: 'Tag', at: 0 }, ranked(3, data.tags), named('Name', 2, (name, row) => words(row[1]).toLowerCase()),
      { name: 'Trend', at: 7, show: trend, fixed: true },
      period(4), brief('Top posts', 6),
    ], data.tags);
  } else {
    hide('tags');
  }

  // Two tables of colours.

  /** Rows of counts; a cell is as strong as its share of its whole, the strongest share being full. */
  const heat = (id, title, corner, columns, rows, whole) => {
    const made = byId(id);
    const dense = columns.length > 16;
    if (dense) made.className = 'dense';
    caption(made, title);
    const line = made.createTHead().insertRow();
    head(line, corner);
    for (const column of columns) head(line).append(element('span', column));
    const part = (row, column) => (row.counts.get(column) || 0) / Math.max(1, whole(row, column));
    const cells = rows.flatMap(row => columns.map(column => [row, column]));
    const telling = cells.filter(cell => whole(...cell) >= FEW);
    const most = Math.max(...(telling.length ? telling : cells).map(cell => part(...cell)));
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
        const cell = element('td', count ? (dense ? short(count) : number.format(count)) : '');
        if (count) {
          const strength = !telling.length || whole(row, column) >= FEW ? part(row, column) / most : 0;
          cell.style.setProperty('--share', (.1 + .9 * strength).toFixed(3));
          cell.title = `${row.code}, ${column}: ${plural(count, 'cable')}, ${percent(part(row, column))}`;
        }
        line.append(cell);
      }
    }
  };
  const hot = data.tags.slice(0, 25);
  const tagged = years.filter((year, i) => hot.some(tag => tag[7][i]));
  if (tagged.length) {
    const columns = years.filter(year => year >= tagged[0] && year <= tagged[tagged.length - 1]);
    heat('heat-table', 'Cables by tag and year', 'Tag', columns,
      hot.map(tag => ({ code: tag[0], name: tag[2], counts: new Map(years.map((year, i) => [year, tag[7][i] || 0])) })),
      (row, year) => sums.get(year) || 0);
  } else {
    hide('heat');
  }
  if (data.traffic.to.length) {
    heat('traffic-table', 'Cables by sender and addressee', 'From \\ to', data.traffic.to,
      data.traffic.from.map(([code, , counts]) => ({ code, counts: new Map(counts) })),
      row => data.traffic.from.find(([code]) => code === row.code)[1]);
    table('routes', 'Busiest routes', [
      { name: 'From', at: 0 }, { name: 'To', at: 1 }, ranked(2, data.traffic.routes),
      { name: 'For action', at: 3, type: 'number' }, { name: 'For information', at: 4, type: 'number' },
    ], data.traffic.routes);
  } else {
    hide('traffic');
  }

  // What went wrong.

  if (data.issues.length) {
    note('issues-note', `${plural(totals.cables_with_issues, 'cable')} of ${number.format(totals.cables)}, ${percent(totals.cables_with_issues / totals.cables)}, ` +
      `${totals.cables_with_issues === 1 ? 'bears' : 'bear'} an issue: what could not be read, was repaired, or contradicts itself. Each issue stands in the record of its cable, with the field concerned.`);
    table('issues', 'Issues', [
      code('Issue', 0), { name: 'What it means', at: 1, type: 'text' }, ranked(2, data.issues),
      { name: 'Share', at: 3, type: 'number quiet', show: value => [percent(value)] },
      { name: 'For example', at: 4, type: 'text quiet', show: (id, row) => id === null ? [] : [id, element('br'), element('q', row[5])].slice(0, row[5] ? 3 : 1) },
    ], data.issues);
  } else {
    note('issues-note', 'No cable bears an issue.');
    byId('issues-table').parentElement.hidden = true;
  }
  if (data.rejects.length) {
    note('rejects-note', 'Messages of which no cable could be made, with the first of each reason. All are in the folder rejects, whole, and can be read again.');
    table('rejects', 'Rejects', [
      code('Reason', 0), { name: 'Messages', at: 1, type: 'number', sorted: true }, { name: 'What is known', at: 2, type: 'text' },
      long('First in', 3), long('Begins', 4),
    ], data.rejects);
  } else {
    note('rejects-note', 'None: of every message a cable could be made.');
    byId('rejects-table').parentElement.hidden = true;
  }
  if (data.inputs.length) {
    note('inputs-note', data.inputs.length < data.troubled
      ? `The first ${number.format(data.inputs.length)} of ${number.format(data.troubled)}; all are in ledger/ledger.csv.` : 'From ledger/ledger.csv, which lists all inputs.');
    table('inputs', 'Inputs', [
      { name: 'Input', at: 0, type: 'text' }, { name: 'Taken for', at: 1, show: container => [words(container).replace(/\b(aad|csv)\b/i, name => name.toUpperCase())] }, { name: 'Messages', at: 2, type: 'number' },
      { name: 'Rejects', at: 3, type: 'number' }, { name: 'Status', at: 4, show: status => [words(status)] }, long('Reason', 5),
    ], data.inputs);
  } else {
    note('inputs-note', 'None: every input was read whole.');
    byId('inputs-table').parentElement.hidden = true;
  }

  const facts = byId('run-table').createTBody();
  caption(byId('run-table'), 'This run');
  for (const [name, value] of data.run.facts) {
    const line = facts.insertRow();
    const title = element('th', name);
    title.scope = 'row';
    line.append(title, element('td', typeof value === 'number' ? number.format(value) : value));
  }

  // The way around: what is in view is marked.

  const links = new Map();
  for (const section of document.querySelectorAll('main > section')) {
    if (section.hidden) continue;
    const link = element('a', section.dataset.nav);
    link.href = `#${section.id}`;
    const item = element('li');
    item.append(link);
    byId('contents').append(item);
    links.set(section, link);
  }
  const mark = () => {
    let current = null;
    for (const section of links.keys()) if (section.getBoundingClientRect().top < 120 || !current) current = section;
    links.forEach((link, section) => section === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
})();
