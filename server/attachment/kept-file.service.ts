/** What other nouns that keep files need of this one: whole files on disk or none, and names that are safe in a header. */
export { contentDisposition, safeFileName } from './file-name.ts';
export { discardFiles, type FileStore, keepFile, temporaryPath } from './file-store.ts';
