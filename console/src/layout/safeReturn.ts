/** The ways in lead on by themselves: to return to one would be a circle. */
const WAYS_IN = /^\/(sign-in|administrator|password)\b/;

/** The page to return to after a way in (`?from=`): an address of ours, else the start. */
export function safeReturn(from: string | null): string {
  return from?.startsWith('/') && !/^\/[/\\]/.test(from) && !WAYS_IN.test(from) ? from : '/';
}
