/*
 * <only-country country="ng" of="ng ke">: a part of a page that is left out where another of these countries was chosen,
 * in the address or in the cookie. The page is a file, so only a script can tell; it stands before the part, so that this
 * is known before anything of it is drawn and nothing moves. Without it every part is there.
 */
(() => {
  function chosen() {
    const address = new URLSearchParams(location.search).get('country');
    const cookie = /(?:^|;\s*)country=([a-z0-9-]+)/.exec(document.cookie);
    return [address, cookie && cookie[1]];
  }
  class OnlyCountry extends HTMLElement {
    connectedCallback() {
      this.choose(chosen());
      document.addEventListener('country-chosen', this);
      addEventListener('pageshow', this);
    }
    disconnectedCallback() {
      document.removeEventListener('country-chosen', this);
      removeEventListener('pageshow', this);
    }
    handleEvent(event) {
      this.choose(event.type === 'pageshow' ? chosen() : [event.detail]);
    }
    choose(choices) {
      const known = [...this.getAttribute('of').split(' '), 'all'];
      const choice = choices.find((candidate) => known.includes(candidate)) || 'all';
      this.hidden = choice !== 'all' && choice !== this.getAttribute('country');
    }
  }
  customElements.define('only-country', OnlyCountry);
})();
