import type { NoticeKind } from '@common/terms';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/states';

interface Props {
  kind: NoticeKind;
  isNarrowed: boolean;
  /** The way to write the first one. */
  create: ReactNode;
  onAll: () => void;
}

/** Nothing of this kind, and what comes next. */
export function NoticesEmpty({ kind, isNarrowed, create, onAll }: Props) {
  if (isNarrowed) {
    return (
      <EmptyState
        title={kind === 'faq' ? '没有符合条件的常见问题' : '没有符合条件的通知'}
        hint="换一个词，或查看全部"
        action={<Button onClick={onAll}>查看全部</Button>}
      />
    );
  }
  return kind === 'faq' ? (
    <EmptyState
      icon="log"
      title="还没有常见问题"
      hint="把学员常问的写在这里，学员在小程序、公众号和网页上都能查到"
      action={create}
    />
  ) : (
    <EmptyState
      icon="log"
      title="还没有通知"
      hint="发布后，本地区学员在小程序、公众号和网页上都能看到；重要的可以推送"
      action={create}
    />
  );
}
