function (hash, data) {
  // Looks up states that Java has computed and shows what is picked; it holds no formula of the lesson. The same output may stand on a page more than once.
  document.querySelectorAll('figure[data-lu-values="' + hash + '"]').forEach((root, copy) => {
    if (root.dataset.luReady) return;
    root.dataset.luReady = "yes";
    const ink = data.ink;
    const EDGE = 6; // around a map, so that its focus is not cut where it is scrolled: 4 of padding, 2 of outline
    const ROOM = 600, LEFT = 56, GAP = 2, ROW = 26, LEAST = 18, LEAST_TYPE = 8.5, GOOD_TYPE = 10, DIGIT = 0.58;
    const find = name => root.querySelector("[data-lu=" + name + "]");
    const say = find("say");
    const value = data.controls.map(c => c.at);
    let isOutput = true;
    let picked = data.pick;
    let other = 0; // what is picked on the other side, for the way back

    function element(tag, css, text) {
      const e = document.createElement(tag);
      e.style.cssText = css;
      if (text !== undefined) e.textContent = text;
      return e;
    }

    function combination() {
      return value.reduce((index, v, i) => index * data.controls[i].count + v, 0);
    }

    const state = () => unpack(data.states[data.of[combination()]]);

    // a state with its rows unpacked: what each output reads, as [input, number] pairs
    function unpack(packed) {
      if (packed.no !== undefined) return packed;
      const reads = [];
      const sums = [];
      for (let o = 0; 2 * o < packed.rows.length; o++) {
        const pattern = data.patterns[packed.rows[2 * o + 1]];
        sums.push(data.numbers[pattern[0]]);
        const links = [];
        for (let k = 1; k < pattern.length; k += 2) links.push([packed.rows[2 * o] + pattern[k], data.numbers[pattern[k + 1]]]);
        reads.push(links);
      }
      return {h: packed.in[0], w: packed.in[1], outH: packed.out[0], outW: packed.out[1], isRow: packed.in[0] === 1 && packed.out[0] === 1, reads, sums};
    }

    function title(text, color) {
      return element("div", "font-size:13px;font-weight:700;line-height:18px;height:18px;white-space:nowrap;color:" + color, text);
    }

    // one size for all numbers of a map: the largest at which they fit, else the largest for the shorter ones; null: none
    function lettering(numbers, width) {
      for (const which of [0, 1]) {
        const longest = numbers.reduce((most, n) => Math.max(most, (n[which] || n[0]).length), 1);
        const size = Math.min(13, Math.floor(2 * (width - 4) / (DIGIT * longest)) / 2);
        if (size >= (which === 0 ? GOOD_TYPE : LEAST_TYPE)) return {size, which};
      }
      return null;
    }

    // number: [text, shorter text, fill, ink]
    function box(number, letters, height, fill, color) {
      const b = element("div", "box-sizing:border-box;height:" + (height - 2) + "px;line-height:" + (height - 2) + "px;text-align:center;"
        + "overflow:hidden;white-space:nowrap;background:" + (fill || number[2]) + ";color:" + (color || (number ? number[3] : ink.text)));
      if (number && letters) {
        b.textContent = number[letters.which] || number[0];
        b.style.fontSize = letters.size + "px";
      }
      return b;
    }

    function ring(b) {
      b.style.boxShadow = "0 0 0 1px " + ink.paper + ", 0 0 0 3.5px " + ink.accent;
      b.style.position = "relative";
    }

    // mousedown, since the focus that follows it draws new cells; click for those who press without a mouse
    function onPress(where, output, grid) {
      for (const kind of ["mousedown", "click"]) {
        where.addEventListener(kind, event => {
          const hit = event.target.closest("[data-at]");
          if (!hit) return;
          event.preventDefault();
          pick(output, Number(hit.dataset.at));
          grid.focus({preventScroll: true});
        });
      }
    }

    // a map in which a cell is picked: one stop for Tab, arrow keys inside
    function map(name, output) {
      const m = element("div", "display:grid;gap:2px;width:max-content;padding:4px;margin:-4px;outline-offset:0;border-radius:3px;cursor:pointer");
      m.setAttribute("role", "grid");
      m.setAttribute("aria-label", name + ". Arrow keys pick another.");
      m.tabIndex = 0;
      m.dataset.lmSuppressShortcuts = "true";
      m.addEventListener("focus", () => { m.style.outline = "2px solid " + ink.accent; pick(output, isOutput === output ? picked : other); });
      m.addEventListener("blur", () => { m.style.outline = "none"; });
      onPress(m, output, m);
      m.addEventListener("keydown", event => {
        const s = state();
        if (s.no !== undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        const columns = output ? s.outW : s.w;
        const count = output ? s.reads.length : s.h * s.w;
        const step = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: s.isRow ? -1 : -columns, ArrowDown: s.isRow ? 1 : columns, Home: -count, End: count}[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const to = Math.abs(step) === count ? Math.max(0, Math.min(count - 1, picked + step)) : picked + step;
        if (to >= 0 && to < count) pick(output, to);
      });
      return m;
    }

    const inputs = map("Inputs", false);
    const outputs = map("Outputs", true);
    const area = element("div", "display:flex;flex-wrap:wrap;align-items:flex-start;gap:12px 24px;margin:10px 0 0 0;color:" + ink.text);
    const about = element("div", "margin:8px 0 0 0;font-size:13px;color:" + ink.quiet);
    const frame = element("div", "");
    frame.append(about, area);

    function cell(at, output, label, content, isPicked) {
      content.dataset.at = at;
      content.id = "lu" + hash + copy + (output ? "y" : "x") + at;
      content.setAttribute("role", "gridcell");
      content.setAttribute("aria-label", label);
      content.setAttribute("aria-selected", String(isPicked));
      if (isPicked) {
        ring(content);
        (output ? outputs : inputs).setAttribute("aria-activedescendant", content.id);
      }
      return content;
    }

    function rows(cells, columns) {
      const all = [];
      for (let r = 0; r < cells.length; r += columns) {
        const row = element("div", "display:contents");
        row.setAttribute("role", "row");
        row.append(...cells.slice(r, r + columns));
        all.push(row);
      }
      return all;
    }

    const nameOf = (letter, index, s) => {
      if (s.isRow) return letter + "[" + index + "]";
      const columns = letter === "x" ? s.w : s.outW;
      return letter + "[" + Math.floor(index / columns) + ", " + index % columns + "]";
    };

    function equation(o, s) {
      const reads = s.reads[o];
      if (!reads.length) return nameOf("y", o, s) + " = 0: it reads no input.";
      const terms = reads.slice(0, 4).map(([i, n], k) => {
        const negative = n[0].startsWith("−");
        return (k === 0 ? "" : negative ? " − " : " + ") + (k > 0 && negative ? n[0].slice(1) : n[0]) + " " + nameOf("x", i, s);
      });
      const rest = reads.length > 4 ? " + " + (reads.length - 4) + " more" : "";
      return nameOf("y", o, s) + " = " + terms.join("") + rest + ". The weights sum to " + s.sums[o][0] + ".";
    }

    function painted(i, s) {
      const found = [];
      s.reads.forEach((reads, o) => reads.forEach(([input, n]) => { if (input === i) found.push([o, n]); }));
      return found;
    }

    function painting(i, s) {
      const found = painted(i, s);
      if (!found.length) return nameOf("x", i, s) + " paints nothing: no output reads it.";
      return nameOf("x", i, s) + " paints " + found.slice(0, 4).map(([o, n]) => nameOf("y", o, s) + " with " + n[0]).join(", ")
        + (found.length > 4 ? " and " + (found.length - 4) + " more" : "") + ".";
    }

    function drawRow(s) {
      const width = Math.min(34, Math.floor((ROOM - LEFT + GAP) / s.reads.length) - GAP);
      const columns = "repeat(" + s.reads.length + "," + width + "px)";
      const links = isOutput ? s.reads[picked].map(l => l[0]) : [];
      const letters = lettering(s.reads.flat().map(l => l[1]), width);
      const sumLetters = lettering(s.sums, width);
      const countLetters = lettering(data.taps, width);
      inputs.style.gridTemplateColumns = ROW + 8 + "px";
      inputs.replaceChildren(...rows([...Array(s.w).keys()].map(i => {
        const lit = isOutput ? links.includes(i) : i === picked;
        const b = box(["" + i, ""], {size: 13, which: 0}, ROW, lit ? ink.input : ink.inputTint, lit ? "#FFFFFF" : ink.text);
        return cell(i, false, painting(i, s), b, !isOutput && i === picked);
      }), 1));
      const stamps = element("div", "display:grid;gap:2px;cursor:pointer;width:max-content;grid-template-columns:" + columns);
      stamps.setAttribute("aria-hidden", "true"); // the sentences say the same
      for (let i = 0; i < s.w; i++) {
        for (let o = 0; o < s.reads.length; o++) {
          const link = s.reads[o].find(l => l[0] === i);
          const lit = isOutput ? o === picked : i === picked;
          const b = link ? box(link[1], letters, ROW, lit ? undefined : ink.kernelTint, lit ? undefined : ink.text) : box(null, null, ROW, "transparent");
          b.dataset.at = o;
          stamps.append(b);
        }
      }
      onPress(stamps, true, outputs);
      outputs.style.gridTemplateColumns = columns;
      const reached = isOutput ? [] : painted(picked, s).map(f => f[0]);
      outputs.replaceChildren(...rows(s.reads.map((reads, o) => {
        const both = element("div", "");
        const sum = box(s.sums[o], sumLetters, ROW);
        sum.style.marginTop = "2px";
        const index = element("div", "font-size:11px;line-height:14px;text-align:center;color:" + (reached.includes(o) ? ink.text : ink.quiet) + ";font-weight:"
          + (reached.includes(o) ? 700 : 400), width < LEAST && o % 2 ? "" : o);
        both.append(box(data.taps[reads.length], countLetters, ROW), sum, index);
        return cell(o, true, equation(o, s), both, isOutput && o === picked);
      }), s.reads.length));
      const left = element("div", "flex:0 0 auto;display:flex;flex-direction:column;gap:6px");
      left.append(title("input", ink.input), inputs);
      const below = element("div", "margin-top:2px");
      for (const [text, color] of [["taps", ink.accent], ["sum", ink.output]]) {
        below.append(element("div", "height:" + ROW + "px;line-height:" + (ROW - 2) + "px;font-size:13px;font-weight:700;color:" + color, text));
      }
      below.append(element("div", "font-size:11px;line-height:14px;color:" + ink.quiet, "output"));
      left.append(below);
      const right = element("div", "flex:1 1 0;min-width:0;overflow-x:auto;padding:0 " + EDGE + "px " + EDGE + "px;margin:0 -" + EDGE + "px;display:flex;flex-direction:column;gap:6px");
      const gap = element("div", "margin-top:2px;padding:0");
      gap.append(outputs);
      right.append(title("weights: what each input gives to each output", ink.kernel), stamps, gap);
      area.style.flexWrap = "nowrap";
      area.style.columnGap = "14px";
      return [left, right];
    }

    // over some states as they are packed; one that is not allowed has no size
    function largest(size, states) {
      return states.reduce((most, packed) => packed.out ? Math.max(most, size(packed)) : most, 0);
    }

    // one side for all states: cells that grow and shrink would hide what really changes
    const side = Math.max(12, Math.min(30, Math.floor((ROOM - 40) / largest(p => p.in[1] + p.out[1], data.states)) - GAP));

    function drawImage(s) {
      const weights = new Map(isOutput ? s.reads[picked] : painted(picked, s));
      const letters = lettering([...weights.values()], side);
      const sumLetters = lettering(s.sums, side);
      const xLetters = lettering(data.x.map(text => [text, ""]), side);
      const of = columns => "repeat(" + columns + "," + side + "px)";
      inputs.style.gridTemplateColumns = of(s.w);
      inputs.replaceChildren(...rows([...Array(s.h * s.w).keys()].map(i => {
        const n = isOutput ? weights.get(i) : undefined;
        const chosen = !isOutput && i === picked;
        const x = data.x.length ? [data.x[i], ""] : null; // with numbers of its own, a cell says its weight by its colour
        const b = n ? box(x ? [x[0], "", n[2], n[3]] : n, x ? xLetters : letters, side + 2)
          : box(x, xLetters, side + 2, chosen ? ink.input : ink.inputTint, chosen ? "#FFFFFF" : ink.text);
        return cell(i, false, painting(i, s), b, !isOutput && i === picked);
      }), s.w));
      outputs.style.gridTemplateColumns = of(s.outW);
      outputs.replaceChildren(...rows(s.reads.map((reads, o) => {
        const n = isOutput ? s.sums[o] : weights.get(o);
        const b = n ? box(n, isOutput ? sumLetters : letters, side + 2) : box(null, null, side + 2, ink.empty);
        return cell(o, true, equation(o, s), b, isOutput && o === picked);
      }), s.outW));
      const blocks = [[data.x.length ? "input x" : isOutput ? "input: weights it reads with" : "input", isOutput && !data.x.length ? ink.kernel : ink.input, inputs],
        [isOutput ? "output: sum of the weights" : "output: what the input paints", isOutput ? ink.output : ink.kernel, outputs]];
      area.style.flexWrap = "wrap";
      area.style.columnGap = "24px";
      return blocks.map(([text, color, grid]) => {
        const block = element("div", "max-width:100%;overflow-x:auto;padding:0 " + EDGE + "px " + EDGE + "px;margin:0 -" + EDGE + "px;display:flex;flex-direction:column;gap:8px");
        block.append(title(text, color), grid);
        return block;
      });
    }

    let drawn = -1; // the combination whose blocks stand in the area
    function draw() {
      const s = state();
      about.textContent = data.titles[combination()];
      if (s.no !== undefined) {
        drawn = -1;
        area.replaceChildren(element("div", "color:" + ink.wrong + ";font-weight:700", "✗ There is no such operator."));
        say.textContent = s.no;
        return;
      }
      picked = Math.min(picked, (isOutput ? s.reads.length : s.h * s.w) - 1);
      const focus = document.activeElement;
      const scrolled = [...area.children].map(c => c.scrollLeft);
      area.replaceChildren(...(s.isRow ? drawRow(s) : drawImage(s)));
      if (drawn === combination()) [...area.children].forEach((c, k) => { c.scrollLeft = scrolled[k] || 0; });
      drawn = combination();
      if (focus === inputs || focus === outputs) focus.focus({preventScroll: true});
      say.textContent = isOutput ? equation(picked, s) : painting(picked, s);
    }

    let busy = false; // giving the focus back is no new choice
    function pick(output, at) {
      if (busy || (isOutput === output && picked === at && drawn >= 0)) return;
      busy = true;
      if (isOutput !== output) other = picked;
      isOutput = output;
      picked = at;
      draw();
      busy = false;
    }

    const bar = find("controls");
    bar.replaceChildren(); // what stands there for those without scripts
    bar.style.cssText = "display:flex;gap:8px 18px;flex-wrap:wrap;align-items:center;font-size:14px";
    data.controls.forEach((c, i) => {
      const label = element("label", "display:flex;align-items:center;gap:6px;color:" + ink.text);
      const shown = element("b", "min-width:18px;color:" + ink.text, c.choices ? "" : c.from + c.at);
      const input = document.createElement(c.choices ? "select" : "input");
      input.dataset.lmSuppressShortcuts = "true";
      if (c.choices) {
        c.choices.forEach((n, v) => input.add(new Option(n, v)));
        input.style.cssText = "font:14px Arial,sans-serif;padding:3px 6px;color:" + ink.text + ";background:#FFFFFF;border:1px solid " + ink.line + ";border-radius:5px";
      } else {
        Object.assign(input, {type: "range", min: c.from, max: c.from + c.count - 1, step: 1});
        input.style.cssText = "width:90px;accent-color:" + ink.accent + ";margin:0";
      }
      input.value = c.choices ? c.at : c.from + c.at;
      input.addEventListener("input", () => {
        value[i] = Number(input.value) - c.from;
        shown.textContent = c.choices ? "" : input.value;
        draw();
      });
      label.append(c.name, input);
      if (!c.choices) label.append(shown);
      bar.append(label);
    });

    find("still").replaceWith(frame);
    say.setAttribute("aria-live", "polite");
    draw();
    // nothing below may jump: room for the highest state, beside each other or below each other, and for the longest sentence
    const start = value.slice();
    let high = 0;
    for (const size of [p => p.in[0] + p.out[0], p => Math.max(p.in[0], p.out[0]), p => p.in[1]]) {
      let rest = data.of.reduce((best, s, k) => largest(size, [data.states[s]]) > largest(size, [data.states[data.of[best]]]) ? k : best, 0);
      for (let i = value.length - 1; i >= 0; i--) {
        value[i] = rest % data.controls[i].count;
        rest = Math.floor(rest / data.controls[i].count);
      }
      draw();
      high = Math.max(high, area.offsetHeight);
    }
    let longest = "";
    for (const packed of data.states) {
      const s = unpack(packed);
      const sentences = s.no !== undefined ? [s.no] : [...s.reads.map((r, o) => equation(o, s)), ...Array.from({length: s.h * s.w}, (n, i) => painting(i, s))];
      for (const sentence of sentences) if (sentence.length > longest.length) longest = sentence;
    }
    say.textContent = longest;
    const lines = say.offsetHeight;
    start.forEach((v, i) => { value[i] = v; });
    picked = data.pick;
    draw();
    const reads = state().reads[picked];
    other = reads.length ? reads[0][0] : 0;
    if (high > 0) {
      area.style.minHeight = high + "px";
      say.style.minHeight = lines + "px";
    }
  });
}
