// Put into a page before its own scripts: what could run or load something is noted in `window.wrong`.
(() => {
    window.wrong = [];
    for (const name of ["alert", "confirm", "prompt", "print"]) {
        window[name] = () => { window.wrong.push(name); return null; };
    }
    const loading = "script, iframe, frame, img, image, object, embed, video, audio, source, track, link, "
        + "base, meta, form, area, use, math";
    const never = "script, iframe, img, svg, style, form, input, object, video"; // in text of the desk
    const isOurs = (address) => !address || /^(data|blob):/.test(address)
        || new URL(address, document.baseURI).origin === location.origin;
    const judge = (one) => {
        const name = one.localName;
        for (const { name: attribute } of one.attributes) {
            if (attribute.startsWith("on")) window.wrong.push(`${name} ${attribute}`);
        }
        const address = ["src", "href", "data", "xlink:href"].map((key) => one.getAttribute(key)).find(Boolean);
        if (/^\s*javascript:/i.test(address ?? "")) window.wrong.push(`${name} ${address}`);
        if (one.matches(loading) && !isOurs(address)) window.wrong.push(`${name} ${address}`);
        if (one.closest(".desk") && one.matches(never)) window.wrong.push(`${name} in the desk`);
    };
    const see = (element) => {
        if (element.nodeType !== Node.ELEMENT_NODE) return;
        [element, ...element.querySelectorAll("*")].forEach(judge);
    };
    new MutationObserver((changes) => changes.forEach((change) => {
        change.addedNodes.forEach(see);
        if (change.type === "attributes") judge(change.target);
    })).observe(document, {
        childList: true, subtree: true, attributes: true,
        attributeFilter: ["src", "href", "data", "onclick", "onerror", "onload", "onmouseover", "onfocus"],
    });
})();
