'use strict';
(function () {
  var kinds = document.querySelectorAll('nav input[name=kind]');
  var moved = document.getElementById('moved');
  var shown = document.getElementById('shown');
  function count() {
    shown.textContent = document.querySelectorAll('article:not(.hidden)').length + ' shown';
  }
  function filter() {
    var wanted = {};
    kinds.forEach(function (box) { wanted[box.value] = box.checked; });
    document.querySelectorAll('article').forEach(function (a) {
      var see = wanted[a.dataset.kind] && (!moved || !moved.checked || a.dataset.moved === 'true');
      a.classList.toggle('hidden', !see);
    });
    count();
  }
  kinds.forEach(function (box) { box.addEventListener('change', filter); });
  if (moved) { moved.addEventListener('change', filter); }
  // Both sides hold the whole redline; the style hides what is not of their side.
  function addSides(text) {
    var sides = document.createElement('div');
    sides.className = 'sides';
    ['before', 'after'].forEach(function (name) {
      var side = document.createElement('div');
      var head = document.createElement('b');
      head.textContent = name;
      side.append(head, text.cloneNode(true));
      sides.append(side);
    });
    text.before(sides);
  }
  ['side', 'brief'].forEach(function (name) {
    document.getElementById(name).addEventListener('change', function (e) {
      if (name === 'side' && !document.querySelector('.sides')) {
        document.querySelectorAll('article > .text, .passage > .text').forEach(addSides);
      }
      document.body.classList.toggle(name, e.target.checked);
    });
  });
  // A link to a risk that is filtered out shows it.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains('hidden')) {
      target.classList.remove('hidden');
      count();
      target.scrollIntoView();
    }
  }
  window.addEventListener('hashchange', reveal);
  // The same link once more is no change of hash.
  document.querySelectorAll('.list a').forEach(function (link) {
    link.addEventListener('click', function () { setTimeout(reveal); });
  });
  document.querySelector('nav[hidden]').hidden = false;
  filter();
  reveal();
})();
