import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/states';

interface Props {
  /** Nobody at all, as against nobody of the chosen state. */
  isNobody: boolean;
  poster: ReactNode;
  onShowAll: () => void;
}

/** Why nobody is listed, and what brings somebody. */
export function EnrolmentsEmpty({ isNobody, poster, onShowAll }: Props) {
  return isNobody ? (
    <EmptyState
      icon="users"
      title="还没有人报名"
      hint="学员在“继教通”的找活动中可以查到并报名；也可以把带二维码的海报贴在公告栏，扫码即可报名"
      action={poster}
    />
  ) : (
    <EmptyState
      icon="users"
      title="没有这样的人员"
      hint="换一个报名情况看看"
      action={<Button onClick={onShowAll}>查看全部报名人员</Button>}
    />
  );
}
