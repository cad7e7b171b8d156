import { PRESENCE_STATES, type PresenceState } from '@common/terms';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chips } from '@/components/chips/chips';
import { Empty } from '@/components/empty/empty';
import { Icon } from '@/components/icon/icon';
import { ListRow } from '@/components/list-row/listRow';
import { Pressable } from '@/components/pressable/pressable';
import { SearchBox } from '@/components/search-box/searchBox';
import { StatusTag, type Tone } from '@/components/status-tag/statusTag';
import { clock } from '@/services/words';
import { MOST_SHOWN, type PeopleQuery, type Presence } from './useBoard';

const TONES = { here: 'done', left: 'plain', missing: 'waiting' } as const satisfies Record<
  PresenceState,
  Tone
>;
const STATES: { value: PresenceState | 'all'; label: string }[] = [
  { value: 'missing', label: PRESENCE_STATES.missing },
  { value: 'here', label: PRESENCE_STATES.here },
  { value: 'left', label: PRESENCE_STATES.left },
  { value: 'all', label: '全部' },
];
const MORE = 60;

interface PeopleListProps {
  presence: Presence;
  query: PeopleQuery;
  /** What is typed, before it is searched for. */
  typed: string;
  onType: (words: string) => void;
  onLook: (show: PresenceState | 'all', department?: string) => void;
  onMore: (shown: number) => void;
}

/** The people of the board: by state, 科室 and name. */
export function PeopleList({ presence, query, typed, onType, onLook, onMore }: PeopleListProps) {
  const { items, total, here, missing, left } = presence;
  const canShowMore = total > items.length && items.length < MOST_SHOWN;
  return (
    <>
      <SearchBox id="board-q" value={typed} onChange={onType} label="查找人员" placeholder="姓名或单位名称" />
      <View className="filter-line">
        <Chips isLine options={STATES} value={query.show} onChange={(show) => onLook(show)} />
      </View>
      {query.department ? (
        <Pressable id="board-department" className="board__chosen" onPress={() => onLook(query.show, '')}>
          <View className="grow">{query.department}</View>
          <Icon name="close" size={16} color={theme.color.brand} />
        </Pressable>
      ) : null}
      {items.length > 0 ? (
        <Card className="board__people">
          {items.map((one) => (
            <ListRow
              key={one.learnerId}
              title={one.name}
              detail={[one.unitName, one.department, one.isEnrolled ? '' : '未报名']
                .filter(Boolean)
                .join(' · ')}
              value={
                <View className="board__state">
                  <StatusTag tone={TONES[one.state]}>{PRESENCE_STATES[one.state]}</StatusTag>
                  {one.lastAt ? <View className="t-small t-number">{clock(one.lastAt)}</View> : null}
                </View>
              }
            />
          ))}
        </Card>
      ) : (
        <Nobody
          query={query}
          isNobodyExpected={here + missing + left === 0}
          onLook={onLook}
          onType={onType}
        />
      )}
      {canShowMore ? (
        <Button kind="secondary" onPress={() => onMore(Math.min(MOST_SHOWN, items.length + MORE))}>
          加载更多
        </Button>
      ) : null}
      {total > items.length && !canShowMore ? (
        <View className="t-small">还有 {total - items.length} 人，请按科室或姓名查找</View>
      ) : null}
    </>
  );
}

interface NobodyProps extends Pick<PeopleListProps, 'query' | 'onLook' | 'onType'> {
  isNobodyExpected: boolean;
}

function Nobody({ query, isNobodyExpected, onLook, onType }: NobodyProps) {
  if (isNobodyExpected) {
    return (
      <Empty
        icon="people"
        title="还没有人报名或签到"
        detail="学员报名后显示为未到；在电脑上打开会场二维码，投到大屏后即可扫码签到"
      />
    );
  }
  if (query.q || query.department) {
    return (
      <Empty icon="search" title="没有找到这样的人员" detail="可以换一个姓名、单位或科室再查找">
        <Button
          kind="secondary"
          onPress={() => {
            onType('');
            onLook('all', '');
          }}
        >
          查看全部人员
        </Button>
      </Empty>
    );
  }
  return NOBODY[query.show === 'all' ? 'here' : query.show];
}

const NOBODY = {
  missing: <Empty icon="check" color={theme.color.done} title="报名的人都到了" detail="今天没有未到人员" />,
  here: <Empty icon="people" title="现在没有人在场" detail="学员扫码签到后显示在这里" />,
  left: <Empty icon="exit" title="还没有人撤离" detail="学员扫描撤离二维码后显示在这里" />,
} as const satisfies Record<PresenceState, unknown>;
