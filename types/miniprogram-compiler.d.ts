/** WeChat's own WXML and WXSS compilers, as the npm package wraps them. */
declare module 'miniprogram-compiler' {
  const compiler: {
    /** Compiles every .wxml under a folder into the source of a function `(file) => (data) => tree`. */
    wxmlToJs(root: string, options?: object): string;
    wxssToJs(root: string, options?: object): string;
  };
  export default compiler;
}
