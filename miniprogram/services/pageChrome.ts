/** weapp draws its own tab bar: nothing to prepare. pageChrome.h5.ts replaces this in the H5 build. */
export function preparePageChrome(): void {}
