"use strict";
// What makes the pages pleasanter; each of them works without it. Written for browsers of ten years ago.
(function () {
  function field(id) { return document.getElementById(id); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }

  // --- files dropped, chosen and sent
  function size(bytes) {
    var lang = document.documentElement.lang, units = ["B", "kB", "MB", "GB"], at = 0;
    while (bytes >= 1000 && at < 3) { bytes /= 1024; at += 1; }
    return bytes.toLocaleString(lang, {maximumFractionDigits: at > 1 ? 1 : 0}) + " " + units[at];
  }
  function total(files) {
    var sum = 0;
    each(files, function (file) { sum += file.size; });
    return sum;
  }
  function problem(words) {
    var place = field("problem");
    place.textContent = "";
    if (!words) return;
    var said = document.createElement("p");
    said.className = "alert";
    said.setAttribute("role", "alert");
    said.textContent = words;
    place.appendChild(said);
    if (place.scrollIntoView) place.scrollIntoView();
  }
  function wrong(form, files) {
    var data = form.dataset;
    if (!files.length) return data.nothing;
    if (files.length > Number(data.files)) return data.tooMany;
    if (total(files) > Number(data.most) - 65536) return data.tooLarge.replace("{size}", size(total(files)));
    return "";
  }
  function show(form, files) {
    var list = field("chosen");
    list.textContent = "";
    list.hidden = !files.length;
    each(files, function (file) {
      var item = document.createElement("li");
      item.textContent = file.name + " (" + size(file.size) + ")";
      list.appendChild(item);
    });
    problem(files.length ? wrong(form, files) : "");
  }
  function dropZone(form) {
    var input = field("files"), button = form.querySelector("button"), busy = false, held = null;
    function files() { return held || input.files; }
    field("hint").hidden = false;
    input.addEventListener("change", function () { held = null; show(form, files()); });
    ["dragenter", "dragover"].forEach(function (name) {
      document.addEventListener(name, function (event) { event.preventDefault(); form.className = "drop over"; });
    });
    ["dragleave", "drop"].forEach(function (name) {
      document.addEventListener(name, function (event) { event.preventDefault(); form.className = "drop"; });
    });
    document.addEventListener("drop", function (event) {
      var dropped = event.dataTransfer && event.dataTransfer.files;
      if (busy || !dropped || !dropped.length) return;
      held = dropped;
      input.required = false;
      try { input.files = dropped; } catch (error) { /* an old browser: they are sent all the same */ }
      show(form, files());
      if (!wrong(form, files())) send();
    });
    function ready(words) {
      busy = button.disabled = false;
      field("progress").hidden = true;
      problem(words);
    }
    function send() {
      var request = new XMLHttpRequest(), body = new FormData();
      body.append("token", form.elements.token.value);
      each(files(), function (file) { body.append("files", file, file.name); });
      busy = button.disabled = true;
      problem("");
      field("progress").hidden = false;
      function told(percent) {
        field("progress-bar").value = percent;
        field("progress-said").textContent = percent < 100 ? form.dataset.sending.replace("{percent}", percent)
          : form.dataset.sent;
      }
      told(0);
      request.upload.addEventListener("progress", function (event) {
        if (event.lengthComputable) told(Math.floor(event.loaded / event.total * 100));
      });
      request.addEventListener("load", function () {
        var answer = {};
        try { answer = JSON.parse(request.responseText); } catch (error) {
          if (/^text\/plain/.test(request.getResponseHeader("content-type"))) answer.problem = request.responseText;
        }
        if (answer.to) location.assign(answer.to);
        else ready(answer.problem || form.dataset.notSent);
      });
      request.addEventListener("error", function () { ready(form.dataset.notSent); });
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.send(body);
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (busy) return;
      var words = wrong(form, files());
      if (words) problem(words);
      else send();
    });
    window.addEventListener("pageshow", function () { ready(""); });
  }

  // --- waiting for the result
  function wait(place) {
    var items = place.querySelectorAll("li"), failed = 0;
    function again() { setTimeout(ask, Math.min(1000 * (1 + failed), 10000)); }
    function ask() {
      var request = new XMLHttpRequest();
      request.addEventListener("load", function () {
        if (request.status >= 400 && request.status < 500) { location.reload(); return; }
        var state;
        try { state = JSON.parse(request.responseText); } catch (error) { failed += 1; again(); return; }
        failed = 0;
        if (state.done) { location.reload(); return; }
        each(state.files || [], function (file, at) {
          var said = items[at] && items[at].querySelector("span");
          if (said && said.textContent !== file.said) { said.textContent = file.said; items[at].className = file.state; }
        });
        again();
      });
      request.addEventListener("error", function () { failed += 1; again(); });
      request.open("GET", place.getAttribute("data-state"));
      request.setRequestHeader("Accept", "application/json");
      request.send();
    }
    again();
  }

  // --- links to what is folded; on a wide screen the words scroll beside the findings
  function unfold(node) {
    for (var one = node; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  }
  function follow() {
    var id = location.hash.slice(1), target = /^d\d+(-[a-z]+\d*)?$/.test(id) && field(id);
    if (!target) return;
    unfold(target);
    if (target.scrollIntoView) target.scrollIntoView({block: /-m\d+$/.test(id) ? "center" : "start"});
    if (target.tagName === "DETAILS") target.querySelector("summary").focus();
    else target.focus({preventScroll: true});
  }

  // --- on paper everything is unfolded
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = [];
    each(document.querySelectorAll("details.doc:not([open]), details.clerk:not([open])"), function (one) {
      closed.push(one);
      one.open = true;
    });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (one) { one.open = false; }); });

  // --- what is wider than the screen is scrolled with the keyboard, too
  function reachable() {
    each(document.querySelectorAll("main table"), function (table) {
      if (table.scrollWidth > table.clientWidth + 1 && !table.closest("[tabindex='0']")) table.tabIndex = 0;
    });
  }

  if (field("drop")) dropZone(field("drop"));
  if (field("waiting")) wait(field("waiting"));
  window.addEventListener("hashchange", follow);
  document.addEventListener("click", function (event) { // a second click on the same link changes no hash
    var link = event.target.closest && event.target.closest("a[href^='#d']");
    if (link && link.getAttribute("href") === location.hash) setTimeout(follow, 0);
  });
  follow();
  reachable();
}());
