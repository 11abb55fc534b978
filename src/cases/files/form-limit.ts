import { FILE_BYTES_MAX } from '../../schemas/cases/attachment.ts';
import { FILES_MAX } from '../../schemas/cases/submission.ts';
import { withFiles } from '../../web/body-limits.ts';

/** How much is read of a form that papers may come with. */
export const formWithFiles = withFiles(FILES_MAX, FILE_BYTES_MAX);
