/* <opencharter-services agency="inec" language="en"></opencharter-services>: an agency's services table on its own site. */
(() => {
  const portal = new URL(document.currentScript.src).origin;
  let count = 0;
  class OpenCharterServices extends HTMLElement {
    static observedAttributes = ['agency', 'language'];
    connectedCallback() {
      this.render();
      addEventListener('message', this);
    }
    disconnectedCallback() {
      removeEventListener('message', this);
    }
    attributeChangedCallback() {
      if (this.isConnected) this.render();
    }
    render() {
      const agency = this.getAttribute('agency') || '';
      const language = this.getAttribute('language') || 'en';
      if (!/^[a-z0-9-]+$/.test(agency) || !/^[a-z]{2,3}$/.test(language)) {
        this.textContent = 'opencharter-services: give the agency’s id, for example agency="inec".';
        return;
      }
      this.frameId = this.frameId || `oc${++count}`;
      const frame = document.createElement('iframe');
      frame.src = `${portal}${language === 'en' ? '' : `/${language}`}/embed/${agency}/services/?id=${this.frameId}`;
      frame.title = this.getAttribute('title') || 'Services, costs and times';
      frame.loading = 'lazy';
      frame.style.cssText = 'display:block;width:100%;border:0;height:30rem';
      this.replaceChildren(frame);
      this.frame = frame;
    }
    handleEvent(event) {
      const data = event.data;
      if (!this.frame || event.source !== this.frame.contentWindow || event.origin !== portal) return;
      if (!data || data.type !== 'opencharter:height' || data.id !== this.frameId || !Number.isFinite(data.height))
        return;
      this.frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), 80), 20000)}px`;
    }
  }
  if (!customElements.get('opencharter-services')) customElements.define('opencharter-services', OpenCharterServices);
})();
