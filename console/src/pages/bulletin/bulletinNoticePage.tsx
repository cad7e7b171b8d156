import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { client } from '../../api/session';
import { Article } from '../../components/article/article';
import { CopyButton } from '../../components/copyButton';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { EmptyState } from '../../components/states';
import { useLoad } from '../../hooks/useLoad';
import './bulletin.css';

/** One notice for a unit, with its public address to send on. */
export default function BulletinNoticePage() {
  const { noticeId = '' } = useParams();
  const load = useLoad(() => client.notices.publicNotice({ noticeId }), [noticeId]);
  const isGone = load.error?.code === 'NOT_FOUND' || load.error?.code === 'INVALID_INPUT';
  return (
    <>
      <PageHeader
        title="通知"
        back={{ to: '/bulletin', label: '全部通知' }}
        extra={
          load.data && (
            <CopyButton
              text={`${window.location.origin}/notices/${noticeId}`}
              label="复制公开网址，转发给本单位人员"
            />
          )
        }
      />
      <section className="card bulletin__notice">
        {isGone ? (
          <EmptyState
            icon="bell"
            title="没有找到这篇通知"
            hint="可能已被发布部门撤回"
            action={<Link to="/bulletin">查看全部通知</Link>}
          />
        ) : (
          <Loaded load={load} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
            {(notice) => <Article notice={notice} isPublic />}
          </Loaded>
        )}
      </section>
    </>
  );
}
