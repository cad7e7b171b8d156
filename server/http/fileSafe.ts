const MOST = 80;

/** A text as part of a file's name: without what some file system takes in none, and not too long. */
export const fileSafe = (name: string): string =>
  Array.from(name.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim())
    .slice(0, MOST)
    .join('');
