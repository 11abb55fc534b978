/** Where the files of both indexes lie: who handles what, and the full text. */
export const searchFolders = { own: '/search-index/', fullText: '/pagefind/' } as const;
