import { Button } from 'antd';
import { EmptyState } from '../../../../components/states';
import type { Presence } from './presenceCard';

interface Props {
  presence: Presence | null;
  filters: { show: string; department: string; q: string };
  onShowAll: () => void;
}

/** Why nobody is listed: nobody is expected, nobody fits what is looked for, or nobody is in that state now. */
export function PresenceEmpty({ presence, filters, onShowAll }: Props) {
  const everybody = presence ? presence.here + presence.missing + presence.left : 0;
  if (everybody === 0) {
    return (
      <EmptyState
        isSmall
        icon="users"
        title="还没有人报名或签到"
        hint="学员报名后显示为未到；打开签到大屏，扫码后显示为在场"
      />
    );
  }
  if (filters.q || filters.department) {
    return (
      <EmptyState
        isSmall
        title="没有找到这样的人员"
        hint="换一个姓名、单位或科室再查找"
        action={<Button onClick={onShowAll}>查看全部人员</Button>}
      />
    );
  }
  return filters.show === 'missing' ? (
    <EmptyState isSmall icon="check" title="报名的人都到了" hint="今天没有未到人员" />
  ) : (
    <EmptyState
      isSmall
      icon="users"
      title={filters.show === 'left' ? '还没有人撤离' : '现在没有人在场'}
      hint={filters.show === 'left' ? '学员扫描撤离二维码后显示在这里' : '学员扫码签到后显示在这里'}
    />
  );
}
