function (hash, start, frames) {
  // Swaps frames that Java has drawn; it holds no formula of the lesson. The same output may stand on a page more than once.
  document.querySelectorAll('figure[data-lu-values="' + hash + '"]').forEach(root => {
    if (root.dataset.luReady) return;
    root.dataset.luReady = "yes";
    const img = root.querySelector("img");
    const say = root.querySelector("[data-lu=say]");
    const bar = root.querySelector("[data-lu=controls]");
    const still = img.src;
    // a frame is transparent where it equals the still, which therefore lies below
    img.style.backgroundImage = "url(" + still + ")";
    img.style.backgroundSize = "100% 100%";
    let at = start;
    let timer = 0;

    const sentence = i => "Step " + (i + 1) + " of " + frames.length + ". " + frames[i][1];

    function button(label, sign, action) {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = sign;
      b.title = label;
      b.setAttribute("aria-label", label);
      b.dataset.lmSuppressShortcuts = "true";
      b.style.cssText = "min-width:36px;height:32px;padding:0 10px;border:1px solid #7C8594;border-radius:5px;background:#FFFFFF;color:#22262E;" +
        "font:14px Arial,sans-serif;cursor:pointer";
      b.addEventListener("click", action);
      bar.append(b);
      return b;
    }

    // aria-disabled, not disabled: a disabled button would lose the focus
    function usable(b, yes) {
      b.setAttribute("aria-disabled", String(!yes));
      b.style.opacity = yes ? 1 : 0.4;
    }

    function show(i) {
      at = Math.max(0, Math.min(frames.length - 1, i));
      img.src = at === start ? still : frames[at][0];
      img.alt = sentence(at);
      say.textContent = sentence(at);
      range.value = at;
      range.setAttribute("aria-valuetext", sentence(at));
      usable(back, at > 0);
      usable(next, at < frames.length - 1);
    }

    function stop() {
      clearInterval(timer);
      timer = 0;
      if (play) play.textContent = "Play";
    }

    function go(i) {
      stop();
      show(i);
    }

    // nothing below may jump: the sentence keeps the height of the longest one
    let height = 0;
    for (let i = 0; i < frames.length; i++) {
      say.textContent = sentence(i);
      height = Math.max(height, say.parentNode.offsetHeight);
    }
    if (height > 0) say.parentNode.style.minHeight = height + "px";
    say.parentNode.setAttribute("aria-live", "polite");

    bar.replaceChildren(); // what stands there for those without scripts
    bar.style.cssText = "display:flex;align-items:center;gap:8px;margin:10px 0 0 0;flex-wrap:wrap";
    const back = button("Previous step", "‹", () => go(at - 1));
    const range = document.createElement("input");
    range.type = "range";
    range.min = 0;
    range.max = frames.length - 1;
    range.dataset.lmSuppressShortcuts = "true";
    range.setAttribute("aria-label", "Step");
    range.style.cssText = "flex:1 1 160px;max-width:300px;accent-color:#561B6B;margin:0";
    range.addEventListener("input", () => go(Number(range.value)));
    bar.append(range);
    const next = button("Next step", "›", () => go(at + 1));
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const play = reduced ? null : button("Play or pause", "Play", () => {
      if (timer) return stop();
      if (at === frames.length - 1) show(0);
      play.textContent = "Pause";
      timer = setInterval(() => {
        if (!root.isConnected || at === frames.length - 1) return stop();
        show(at + 1);
      }, 1100);
    });
    show(start);
  });
}
