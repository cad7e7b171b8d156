declare module 'swagger-ui-dist' {
  /** The folder with Swagger UI's files. */
  export function getAbsoluteFSPath(): string;
}
