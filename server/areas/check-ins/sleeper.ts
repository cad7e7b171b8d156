/** A pause that can be cut short; a `wake` that comes while nobody sleeps cuts the next one. */
export function sleeper() {
  let isAwake = false;
  let rise: (() => void) | null = null;
  return {
    async for(ms: number): Promise<void> {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          rise = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        rise = null;
      }
      isAwake = false;
    },
    wake(): void {
      isAwake = true;
      rise?.();
    },
  };
}
