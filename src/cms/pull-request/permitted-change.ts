import sharp from 'sharp';
import type { Register } from '../../register/register.ts';
import { collections } from '../../schemas/collections.ts';
import type { Officer } from '../../schemas/officer.ts';
import { CmsError } from '../cms-error.ts';
import { assertOwnNames } from '../entry/own-names.ts';
import { assertReservedKept } from '../entry/reserved-fields.ts';
import { valuesOf } from '../entry/save-entry.ts';
import { publishableMedia } from '../media.ts';
import { assertOwnNotice, permittedFile, permittedMedia } from '../permissions.ts';
import type { TreeChange } from './merged-tree.ts';

export interface ChangeContext {
  /** With all agencies that the role reaches. */
  officer: Officer;
  /** The content before the pull request. */
  register: Register;
  read(blob: string): Promise<Buffer>;
}

/**
 * Refuses, with a `CmsError`, a change that the desk would not take from this officer: a file of another body, a reserved
 * field, a name that leads elsewhere, an upload that is none, a charter removed. What the build refuses is checked apart.
 */
export async function assertPermitted({ officer, register, read }: ChangeContext, change: TreeChange): Promise<void> {
  const { path, mode, before, after } = change;
  if (!path.startsWith('content/'))
    throw new CmsError(
      403,
      'This is no content: what the portal runs, and how it is checked, is changed by whoever runs it. Take the change out.',
    );
  if (after && mode !== '100644')
    throw new CmsError(
      403,
      mode === '120000'
        ? 'This is a link, and content is plain files. Put the file itself in its place, with mode 644.'
        : mode === '160000'
          ? 'This is another repository, and content is plain files. Put the file itself in its place, with mode 644.'
          : 'This is marked as executable, and content is plain files. Put the file itself in its place, with mode 644.',
    );
  if (path.startsWith('content/media/')) {
    permittedMedia(officer, path);
    if (after) await assertPublishable(path, await read(after));
    return;
  }
  const { collection } = permittedFile(officer, path);
  if (!after && collection.kind === 'charters')
    throw new CmsError(
      403,
      'A charter is not removed: its agency would go with it. Whoever runs the portal can mark the body as dissolved or merged.',
    );
  const textOf = async (blob: string | undefined): Promise<string> => (blob ? (await read(blob)).toString() : '');
  const old = valuesOf(path, await textOf(before), collection.extension).data;
  const now = valuesOf(path, await textOf(after), collection.extension).data;
  if (collection.kind === 'notices') {
    if (after) assertOwnNotice(officer, path, now.agency);
    if (before) assertOwnNotice(officer, path, old.agency);
  }
  if (!after) return;
  assertReservedKept(collections[collection.kind].schema, old, now);
  assertOwnNames(register, collection, old, now);
}

/** The desk writes pictures anew; here nobody does, so what hides in one has to be taken out first. */
async function assertPublishable(path: string, bytes: Buffer): Promise<void> {
  await publishableMedia(path, bytes);
  if (/\.pdf$/i.test(path)) return;
  const { exif, xmp, iptc } = await sharp(bytes).metadata();
  if (exif ?? xmp ?? iptc)
    throw new CmsError(
      422,
      'The picture holds hidden data, such as where and with what it was taken, which would be published with it. Save it without (in most programs: export, without metadata) and put that in its place.',
    );
}
