"use strict";
// Filters, folding and the documents of a big report. Without this script everything that is laid out can be read.
(function () {
  var form = document.getElementById("filter");
  if (!form) return;
  var words = form.dataset;
  var list = document.getElementById("documents");
  var docs = Array.prototype.slice.call(list.querySelectorAll(".doc"));
  var groups = Array.prototype.slice.call(list.querySelectorAll("details.office, details.range"));
  var field = function (id) { return document.getElementById(id); };
  var text = field("q"), severity = field("f-severity"), office = field("f-office"), verdict = field("f-verdict");
  var expand = field("expand");
  var offices = Array.prototype.map.call(office.options, function (option) { return option.text; });
  var wasOpen = null;

  // --- filters
  function haystack(doc) {
    if (doc.patuhWords === undefined) {
      doc.patuhWords = (doc.textContent + " " + doc.dataset.codes + " " + offices[doc.dataset.office])
        .replace(/\s+/g, " ").toLowerCase();
    }
    return doc.patuhWords;
  }
  function matches(doc, wanted) {
    return (!severity.value || doc.dataset.severity.split(" ").indexOf(severity.value) >= 0) &&
      (!office.value || doc.dataset.office === office.value) &&
      (!verdict.value || doc.dataset.verdict === verdict.value) &&
      wanted.every(function (word) { return haystack(doc).indexOf(word) >= 0; });
  }
  function filter() {
    var wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var filtered = Boolean(wanted.length || severity.value || office.value || verdict.value);
    var shown = 0;
    docs.forEach(function (doc) {
      doc.hidden = filtered && !matches(doc, wanted);
      if (!doc.hidden) shown += 1;
    });
    if (filtered && !wasOpen) wasOpen = groups.map(function (group) { return group.open; });
    groups.forEach(function (group, at) {
      var some = group.querySelector(".doc:not([hidden])");
      group.hidden = filtered && !some;
      if (filtered && some) group.open = true;
    });
    if (!filtered && wasOpen) {
      groups.forEach(function (group, at) { group.open = wasOpen[at]; });
      wasOpen = null;
    }
    list.className = severity.value ? "only-" + severity.value : "";
    var number = function (value) { return value.toLocaleString(words.lang); };
    field("shown").textContent = !filtered ? "" : !shown ? words.none
      : words.shown.replace("{shown}", number(shown)).replace("{all}", number(docs.length));
  }
  var waiting;
  text.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 150); });
  [severity, office, verdict].forEach(function (one) { one.addEventListener("change", filter); });
  form.addEventListener("submit", function (event) { event.preventDefault(); filter(); });
  field("reset").addEventListener("click", function () {
    text.value = severity.value = office.value = verdict.value = "";
    filter();
    text.focus();
  });

  // --- documents that are kept compressed
  var shards = {};
  function shard(number) {
    if (!shards[number]) {
      shards = {};
      shards[number] = unpacked(field("shard-" + number).textContent);
    }
    return shards[number];
  }
  function unpacked(base64) {
    var raw = atob(base64.trim()), bytes = new Uint8Array(raw.length);
    for (var at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text().then(function (all) { return all.split("\0"); });
  }
  function fill(doc) {
    if (!doc.dataset.shard || doc.patuhFilled) return Promise.resolve();
    doc.patuhFilled = true;
    var body = doc.querySelector(".body") || doc.appendChild(document.createElement("div"));
    body.className = "body";
    body.textContent = words.loading;
    if (typeof DecompressionStream === "undefined") {
      body.textContent = words.old;
      return Promise.resolve();
    }
    return Promise.resolve().then(function () { return shard(doc.dataset.shard); }).then(function (parts) {
      body.innerHTML = parts[doc.dataset.at];
    }).catch(function () {
      doc.patuhFilled = false;
      body.textContent = words.damaged;
    });
  }

  // --- links to what is folded
  function unfold(node) {
    for (var one = node; one; one = one.parentElement) if (one.tagName === "DETAILS") { one.open = true; one.hidden = false; }
  }
  function follow() {
    var id = decodeURIComponent(location.hash.slice(1));
    var match = /^(d\d+)(-.*)?$/.exec(id);
    var doc = match && field(match[1]);
    if (!doc) {
      if (/^o\d+$/.test(id) && field(id)) unfold(field(id));
      return;
    }
    unfold(doc);
    var body = doc.querySelector(".body");
    if (body) body.hidden = false;
    fill(doc).then(function () {
      var target = field(id);
      if (!target) return;
      unfold(target);
      target.scrollIntoView();
      (target === doc ? doc.querySelector("summary, a") : target).focus({preventScroll: true});
    });
  }
  window.addEventListener("hashchange", follow);
  list.addEventListener("click", function (event) { // a second click on the same link changes no hash
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link || link.getAttribute("href") !== location.hash) return;
    var body = link.parentElement.dataset.shard && link.parentElement.querySelector(".body");
    if (body) body.hidden = !body.hidden;
    else follow();
  });

  // --- all at once, and on paper
  function setAll(open) {
    docs.forEach(function (doc) { if (!doc.hidden && !doc.dataset.shard) doc.open = open; });
  }
  if (expand) {
    expand.addEventListener("click", function () {
      var open = expand.textContent === expand.dataset.open;
      setAll(open);
      expand.textContent = open ? expand.dataset.close : expand.dataset.open;
    });
  }
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(
      document.querySelectorAll("details.doc:not([data-shard]), details.fold, .alert details, details.alike, .parts details"),
      function (one) { return !one.open && !one.hidden; });
    closed.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (one) { one.open = false; }); });

  form.hidden = false;
  if (location.hash) follow();
})();
