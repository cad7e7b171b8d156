import type { ApplicationView } from '@common/contract/applications';

/** What a 退回修改 said, while it stands: the whole and page by page; null where it was not returned. */
export function returnedReasons({ state, moves }: Pick<ApplicationView, 'state' | 'moves'>) {
  const last = moves.find(({ move }) => move === 'return');
  return state === 'returned' && last ? last : null;
}
