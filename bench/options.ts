/** `--name 12` of the command line, or the default. */
export function option(name: string, otherwise: number): number {
  const place = process.argv.indexOf(`--${name}`);
  const value = place < 0 ? Number.NaN : Number(process.argv[place + 1]);
  return Number.isFinite(value) ? value : otherwise;
}

/** Whether `--name` was given. */
export const flag = (name: string) => process.argv.includes(`--${name}`);

/** The figures: as JSON alone where `--json` was given, else for people. */
export function report(figures: object): void {
  process.stdout.write(`${JSON.stringify(figures, null, flag('json') ? 0 : 2)}\n`);
}
