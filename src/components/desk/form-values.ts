import type { Values } from './typed-copies.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER = ['password', 'file', 'submit', 'button', 'image', 'reset'];

/**
 * What stands in a form. Hidden fields go with what was typed: they say which version it was typed into, or it would be saved
 * over a newer one. None of the desk's forms has a secret in them.
 */
export function valuesOf(form: HTMLFormElement): Values {
  return controlsOf(form).flatMap((control): Values => {
    if (isTick(control) && !control.checked) return [];
    return [[control.name, control.value, control.type !== 'hidden']];
  });
}

/** Puts values into a form, and opens what folds them away. Fields that the form has no more are left out. */
export function putBack(form: HTMLFormElement, values: Values): void {
  const left = [...values];
  for (const control of controlsOf(form)) {
    const at = left.findIndex(
      ([name, value]) => name === control.name && (!isTick(control) || value === control.value),
    );
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (isTick(control)) control.checked = found !== undefined;
    else if (found) control.value = found[1];
    if (found) control.closest('details')?.setAttribute('open', '');
  }
}

/** Whether two forms say the same: spaces that nobody sees, empty fields and the order of fields make no difference. */
export const isSame = (a: Values, b: Values): boolean => JSON.stringify(typedIn(a)) === JSON.stringify(typedIn(b));

/** What a person typed, without what goes with it. */
function typedIn(values: Values): string[] {
  const written = values.flatMap(([name, value, typed]) => {
    const said = value.replace(/\s+/g, ' ').trim();
    return typed && said !== '' ? [`${name}=${said}`] : [];
  });
  return written.sort();
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !NEVER.includes(element.type),
  );
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}
