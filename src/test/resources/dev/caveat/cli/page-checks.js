'use strict';
// What PagesInBrowserTest asks of a page. Each function answers with what is wrong, a line each.

function charts() {
  const wrong = [];
  document.querySelectorAll('svg').forEach(svg => {
    const section = svg.closest('section');
    const bars = Array.from(svg.querySelectorAll('rect'));
    const wide = bars.every(b => b.width.baseVal.value > 0);
    if (!wide || !bars.some(b => b.height.baseVal.value > 0)) {
      wrong.push(section.id + ': nothing is drawn');
    }
    if (!section.querySelector('table tbody tr')) {
      wrong.push(section.id + ': the chart has no table');
    }
  });
  return wrong;
}

// Corners in the units of the view box, slanted text with its slant. Letters do not fill their box:
// one unit all around is left off.
function corners(svg, text) {
  const box = text.getBBox();
  const toView = svg.getScreenCTM().inverse().multiply(text.getScreenCTM());
  const left = box.x + 1, top = box.y + 1, right = box.x + box.width - 1, bottom = box.y + box.height - 1;
  return [[left, top], [right, top], [right, bottom], [left, bottom]]
    .map(([x, y]) => new DOMPoint(x, y).matrixTransform(toView));
}

// Two convex shapes are apart where a line along one of their edges has each on a side of its own.
function overlap(a, b) {
  return [a, b].every(shape => shape.every((p, i) => {
    const q = shape[(i + 1) % shape.length];
    const along = r => (q.y - p.y) * r.x - (q.x - p.x) * r.y;
    const ofA = a.map(along), ofB = b.map(along);
    return Math.max(...ofA) > Math.min(...ofB) && Math.max(...ofB) > Math.min(...ofA);
  }));
}

function lettering() {
  const wrong = [];
  document.querySelectorAll('svg').forEach(svg => {
    const view = svg.viewBox.baseVal;
    const at = svg.closest('section').id + ': ';
    const texts = Array.from(svg.querySelectorAll('text'), t => [t.textContent, corners(svg, t)]);
    texts.forEach(([text, box], i) => {
      if (box.some(p => p.x < 0 || p.y < 0 || p.x > view.width || p.y > view.height)) {
        wrong.push(at + text + ' is cut off');
      }
      texts.slice(i + 1).filter(([, other]) => overlap(box, other)).forEach(([other]) => {
        wrong.push(at + text + ' and ' + other + ' overlap');
      });
    });
  });
  return wrong;
}

function luminance(colour) {
  const [r, g, b] = colour.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// axe does not look into drawings.
function faint() {
  const colour = css => css.match(/[\d.]+/g).slice(0, 3).map(Number);
  const paper = colour(getComputedStyle(document.body).backgroundColor);
  const wrong = [];
  document.querySelectorAll('svg').forEach(svg => {
    const shapes = Array.from(svg.querySelectorAll('rect'), r => [r.getBoundingClientRect(), getComputedStyle(r)]);
    svg.querySelectorAll('text').forEach(text => {
      const box = text.getBoundingClientRect();
      const x = box.x + box.width / 2, y = box.y + box.height / 2;
      const ground = shapes.filter(([s]) => s.left <= x && x <= s.right && s.top <= y && y <= s.bottom)
        .reduce((below, [, style]) => {
          const part = Number(style.fillOpacity);
          return colour(style.fill).map((c, i) => part * c + (1 - part) * below[i]);
        }, paper);
      const light = [colour(getComputedStyle(text).fill), ground].map(luminance).sort((a, b) => b - a);
      const contrast = (light[0] + 0.05) / (light[1] + 0.05);
      if (contrast < 4.5) {
        wrong.push(svg.closest('section').id + ': ' + text.textContent + ' has a contrast of ' + contrast.toFixed(2));
      }
    });
  });
  return wrong;
}

// What a cell shows, not what the page's script goes by.
function shown(cell) {
  const text = cell.textContent;
  const number = /^#?([\d,.]+)( %| #\d+)*$/.exec(text);
  return number ? Number(number[1].replace(/,/g, '')) : text;
}

function sorting() {
  const wrong = [];
  document.querySelectorAll('section table').forEach(table => {
    Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
      const at = table.closest('section').id + ', ' + head.textContent + ', ';
      ['ascending', 'descending'].forEach(order => {
        head.querySelector('button').click();
        const said = Array.from(table.querySelectorAll('[aria-sort]'), th => th.cellIndex + th.ariaSort);
        if (said.join() !== column + order) {
          wrong.push(at + order + ': said to be ' + said);
        }
        const values = Array.from(table.tBodies[0].rows, row => shown(row.cells[column]));
        const known = values.filter(v => v !== '');
        if (values.slice(0, known.length).includes('')) {
          wrong.push(at + order + ': what is not known is not last');
        }
        const numbers = known.every(v => typeof v === 'number') || known.every(v => /^\d{4}-\d\d-\d\d$/.test(v));
        if (numbers && known.some((v, i) => i > 0 && (order === 'ascending' ? known[i - 1] > v : known[i - 1] < v))) {
          wrong.push(at + order + ': ' + known);
        }
      });
    });
  });
  return wrong;
}
