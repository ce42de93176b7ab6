'use strict';
(function () {
  function value(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  }
  var texts = new Intl.Collator('en', { numeric: true });
  function compare(a, b) {
    return typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(a, b);
  }
  function sort(table, head) {
    var down = head.getAttribute('aria-sort') === 'ascending';
    table.querySelectorAll('th').forEach(function (th) { th.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    var rows = Array.from(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      var x = value(a, head.cellIndex);
      var y = value(b, head.cellIndex);
      // What is not known comes last either way.
      return x === '' || y === '' ? (x === '') - (y === '') : (down ? -1 : 1) * compare(x, y);
    });
    table.tBodies[0].append.apply(table.tBodies[0], rows);
  }
  document.querySelectorAll('table').forEach(function (table) {
    table.querySelectorAll('thead th').forEach(function (head) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.addEventListener('click', function () { sort(table, head); });
      head.replaceChildren(button);
    });
  });
})();
