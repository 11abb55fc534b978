/* Runs inside the frame: tells the page around it how high the content is, whenever that changes. */
(() => {
  if (window.parent === window) return;
  const id = new URLSearchParams(location.search).get('id') || '';
  const report = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    // Any site may frame this page and the height is no secret, so no single target origin can be named.
    window.parent.postMessage({ type: 'opencharter:height', id, height }, '*');
  };
  new ResizeObserver(report).observe(document.documentElement);
  report();
})();
