import type { ParsedInputOf } from '@common/contract/endpoint';
import type { PresenceRow, presence } from '@common/contract/presence';
import { presenceByGroup } from '@common/rules/presence';
import type { PresenceState } from '@common/terms';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { presentPerson } from './presenter';
import type { Present, Roll } from './roll';

type Query = Omit<ParsedInputOf<typeof presence.presence>, 'activityId'>;

export interface Board {
  /** 现场看板 of today; the counts are of everybody, the page is of who is asked for. */
  board(full: FullActivity, query: Query): Promise<BoardPage>;
}

type BoardPage = { items: PresenceRow[]; total: number; held: number } & Record<PresenceState, number> & {
    departments: ReturnType<typeof presenceByGroup>;
  };

export function createBoard(services: Services, roll: Roll): Board {
  return {
    async board(full, { show, department, q, page, pageSize }) {
      const [people, held] = await Promise.all([
        roll(full),
        services.checkIns.countHeld(String(full.activity._id)),
      ]);
      const count = (state: PresenceState) => people.filter((one) => one.state === state).length;
      const found = people
        .filter((one) => show === 'all' || one.state === show)
        .filter(({ group }) => !department || group === department)
        .filter(({ name, unitName }) => !q || name.includes(q) || unitName.includes(q))
        .sort(inOrder);
      return {
        items: found.slice((page - 1) * pageSize, page * pageSize).map(presentPerson),
        total: found.length,
        here: count('here'),
        missing: count('missing'),
        left: count('left'),
        held,
        departments: presenceByGroup(people),
      };
    },
  };
}

/** Who swiped last is first; those who have not come by where they belong. The same people always come in the same order. */
function inOrder(a: Present, b: Present): number {
  const byTime = (b.lastAt?.getTime() ?? 0) - (a.lastAt?.getTime() ?? 0);
  const keyOf = ({ group, name, learnerId }: Present) => `${group} ${name} ${learnerId}`;
  return byTime || (keyOf(a) < keyOf(b) ? -1 : 1);
}
