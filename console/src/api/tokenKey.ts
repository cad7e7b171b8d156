/** Under which this browser keeps the console's session; the venue screen looks whether there is one. */
export const TOKEN_KEY = 'jijiaotong.console.token';
