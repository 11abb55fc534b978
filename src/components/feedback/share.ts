import { smsHref } from '../../lib/message-links.ts';
import { copyWords } from '../../lib/copy-words.ts';

/** Puts what the phone itself offers in the place of the link to WhatsApp, or SMS and a copy beside it. */
function offer(link: HTMLAnchorElement): void {
  const words = new URL(link.href).searchParams.get('text') ?? '';
  const [title = '', address = ''] = words.split('\n');
  const { share = '', sms = '', copy = '', copied = '', failed = '' } = link.dataset;
  // Types say that it is always there; old and large screens have none.
  if ((navigator as Partial<Navigator>).share) {
    const button = made('button', share, link.className);
    // Who closes the list again has not failed.
    button.addEventListener('click', () => void navigator.share({ title, url: address }).catch(() => undefined));
    link.replaceWith(button);
    return;
  }
  const message = made('a', sms, link.className);
  message.href = smsHref(words);
  const copier = made('button', copy, link.className);
  const status = made('span', '', '');
  status.setAttribute('role', 'status');
  copier.addEventListener('click', () => {
    void copyWords(address).then((worked) => (status.textContent = worked ? copied : failed));
  });
  link.after(message, copier, status);
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  says: string,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (element instanceof HTMLButtonElement) element.type = 'button';
  element.textContent = says;
  element.className = className;
  return element;
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-share]')) offer(link);
