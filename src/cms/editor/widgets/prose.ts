import type { Change, Place } from './control.ts';
import { button, element } from './dom.ts';
import { fieldFrame, fill } from './frame.ts';
import { pictureName, shrinkPicture } from './shrink-picture.ts';
import { textArea } from './text-controls.ts';
import { spoken } from '../spoken.ts';

/** Markdown as it is written, with a way to put a picture into it. */
export function proseControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place);
  const area = textArea(frame, place, value, change);
  area.classList.add('desk-prose');
  return fill(frame, area, pictureForm(place, area));
}

/**
 * Asks for a picture and for the words that stand in its place for those who cannot see it. Neither goes into the text
 * without the other.
 */
function pictureForm({ path, form }: Place, area: HTMLTextAreaElement): HTMLElement {
  const field = { widget: 'desk-line', required: true };
  const fileFrame = fieldFrame({
    path: `${path}.picture.file`,
    form,
    field: { ...field, name: 'file', label: spoken('Picture') },
  });
  const file = element('input', { type: 'file', accept: 'image/png,image/jpeg,image/webp', ...fileFrame.bound });
  const altFrame = fieldFrame({
    ...{ path: `${path}.picture.alt`, form },
    field: {
      ...field,
      name: 'alt',
      label: spoken('What the picture shows'),
      hint: spoken('In one sentence. Who cannot see the picture hears or reads this in its place.'),
    },
  });
  const alt = element('input', { type: 'text', ...altFrame.bound });
  const put = button(spoken('Put it into the text'), () => void insert());

  async function insert(): Promise<void> {
    const [picture] = file.files ?? [];
    const shows = alt.value.trim();
    const refusals = [picture ? undefined : spoken('Choose a picture.'), refusalOf(shows, picture)] as const;
    fileFrame.refuse(refusals[0]);
    altFrame.refuse(refusals[1]);
    if (!picture || refusals[1]) {
      (picture ? alt : file).focus();
      return;
    }
    put.disabled = true;
    try {
      const address = await form.upload(await shrinkPicture(picture, pictureName(shows)));
      const at = area.selectionEnd;
      const markdown = `![${shows.replace(/[[\]]/g, '')}](${address})`;
      const [before, after] = [area.value.slice(0, at).trimEnd(), area.value.slice(at).trimStart()];
      area.value = [before, markdown, after].filter(Boolean).join('\n\n');
      area.dispatchEvent(new Event('input', { bubbles: true }));
      file.value = '';
      alt.value = '';
      drawer.open = false;
      area.focus();
    } catch {
      fileFrame.refuse(spoken('The picture could not be read. Save it as JPEG, PNG or WebP and choose it again.'));
    }
    put.disabled = false;
  }
  // At once and not when the field is left: the button would slip away under the finger that presses it.
  for (const [control, frame] of [
    [file, fileFrame],
    [alt, altFrame],
  ] as const)
    control.addEventListener('input', () => frame.refuse(undefined));
  const drawer = element(
    'details',
    { class: 'desk-fold' },
    element('summary', {}, spoken('Add a picture')),
    element('div', { class: 'desk-folded' }, fill(fileFrame, file), fill(altFrame, alt), put),
  );
  return drawer;
}

/** Why words do not stand for a picture; undefined where they may. */
function refusalOf(shows: string, picture: File | undefined): string | undefined {
  if (shows === '') return spoken('Write what the picture shows.');
  if (shows === picture?.name || /\.(?:jpe?g|png|webp)$/i.test(shows))
    return spoken('This is the name of a file. Write what the picture shows.');
  return undefined;
}
