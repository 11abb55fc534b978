import css from '../../../../admin/preview.css?inline';
import type { DecapConfig } from '../../config/cms-config.ts';
import type { Decap } from '../decap.ts';
import { CharterPreview } from './charter-preview.ts';
import { NoticePreview } from './notice-preview.ts';
import { ServicePreview } from './service-preview.ts';

/** Registers a preview for each collection of the configuration; Decap shows it in a frame of its own. */
export function registerPreviews(CMS: Decap, config: DecapConfig): void {
  CMS.registerPreviewStyle(css, { raw: true });
  for (const collection of config.collections) {
    if (collection.name.startsWith('services-')) CMS.registerPreviewTemplate(collection.name, ServicePreview);
    if (collection.name.startsWith('notices-')) CMS.registerPreviewTemplate(collection.name, NoticePreview);
    for (const file of collection.files ?? []) CMS.registerPreviewTemplate(file.name, CharterPreview);
  }
}
