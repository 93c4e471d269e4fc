// Filters what is shown; without it everything is.
(function () {
  var form = document.getElementById("filter");
  if (!form) return;
  form.hidden = false;
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var texts = findings.map(function (one) { return one.textContent.toLowerCase(); });
  function apply() {
    var wanted = {};
    form.querySelectorAll("input[type=checkbox]").forEach(function (box) { wanted[box.value] = box.checked; });
    var words = form.querySelector("input[type=search]").value.trim().toLowerCase();
    findings.forEach(function (one, i) {
      var decided = one.dataset.decision === "accept" || one.dataset.decision === "dismiss";
      one.hidden = !wanted[one.dataset.severity] || (wanted.undecided && decided) ||
        (words !== "" && texts[i].indexOf(words) < 0);
    });
    document.querySelectorAll(".document").forEach(function (part) {
      part.hidden = !part.querySelector(".finding:not([hidden])");
    });
  }
  var waiting;
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  // a finding that is linked to must be there
  window.addEventListener("hashchange", function () {
    var one = document.getElementById(location.hash.slice(1));
    if (one && one.hidden) { form.reset(); apply(); one.scrollIntoView(); }
  });
})();
