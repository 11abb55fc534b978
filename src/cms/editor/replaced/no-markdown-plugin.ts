/** In place of what Decap adds to the Markdown of help texts; see hint-text.ts. */
export default undefined;
