import * as z from 'zod';
import { ID } from '../permissions.ts';

/* What Decap's proxy backend sends with each action. Unknown extra members are ignored: Decap adds some from version to version. */

const path = z.string().min(1).max(300);
/** A file or branch of git is named for it, and no disk takes more than 255 bytes. */
const ID_LENGTH_MAX = 200;
const id = z
  .string()
  .regex(ID)
  .refine((text) => text.length <= ID_LENGTH_MAX, {
    message: `Not saved. The address of the page is made from the name, which is too long for that. Give a name of at most ${ID_LENGTH_MAX} characters, and tell the rest in the entry.`,
  });
const raw = z.string().refine((text) => text.length <= 500_000, {
  message: 'Not saved. The entry is longer than 500,000 characters. Divide it, or take out what does not belong in it.',
});
const asset = z.object({ path, content: z.string(), encoding: z.literal('base64') });
const status = z.enum(['draft', 'pending_review', 'pending_publish']);
const named = z.object({ collection: id, slug: id });

export const actionParams = {
  info: z.object({}),
  entriesByFolder: z.object({ folder: path }),
  entriesByFiles: z.object({ files: z.array(z.object({ path, label: z.string().optional() })).max(100) }),
  getEntry: z.object({ path }),
  unpublishedEntries: z.object({}),
  unpublishedEntry: z.object({ id: z.string().optional(), collection: id.optional(), slug: id.optional() }),
  unpublishedEntryDataFile: named.extend({ path }),
  unpublishedEntryMediaFile: named.extend({ path }),
  deleteUnpublishedEntry: named,
  persistEntry: z.object({
    dataFiles: z.array(z.object({ path, slug: id, raw, newPath: path.optional() })).length(1),
    assets: z.array(asset).max(20).default([]),
    options: z.object({ collectionName: id, useWorkflow: z.boolean().default(true), status: status.optional() }),
  }),
  updateUnpublishedEntryStatus: named.extend({ newStatus: status }),
  publishUnpublishedEntry: named,
  getMedia: z.object({ mediaFolder: path }),
  getMediaFile: z.object({ path }),
  persistMedia: z.object({ asset }),
  deleteFile: z.object({ path }),
  deleteFiles: z.object({ paths: z.array(path).min(1).max(20) }),
  getDeployPreview: named,
  // Not part of the eighteen, but this version of the client asks when a draft is opened.
  getNotes: named,
  getPRMetadata: named,
};

export type ActionName = keyof typeof actionParams;
export type ActionParams<A extends ActionName> = z.output<(typeof actionParams)[A]>;
