/** `45分钟`, `45分30秒`. */
export function showWatched(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return rest === 0 ? `${minutes}分钟` : `${minutes}分${rest}秒`;
}

/** How many learn, and how many of them have finished. */
export function howMany({ learners, finished }: { learners: number; finished: number }): string {
  return learners === 0 ? '还没有人学习' : `${learners}人在学，其中${finished}人已学完`;
}
