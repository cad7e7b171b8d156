import type { Notice } from '@common/contract/notices';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { client } from '../../api/session';
import { Article } from '../../components/article/article';
import { Icon } from '../../components/icon';
import { Loaded } from '../../components/loaded';
import { PublicFrame } from '../../components/publicFrame';
import { EmptyState } from '../../components/states';
import { useLoad } from '../../hooks/useLoad';
import { useTitle } from '../../hooks/useTitle';
import '../../components/public/public.css';
import './publicNotices.css';

/** One 通知 or 常见问题: where the account and the mini-program lead, and what is sent on to colleagues. */
export default function PublicNoticePage() {
  const { noticeId = '' } = useParams();
  const load = useLoad(() => client.notices.publicNotice({ noticeId }), [noticeId]);
  const isGone = load.error?.code === 'NOT_FOUND' || load.error?.code === 'INVALID_INPUT';
  return (
    <PublicFrame about="通知" isNarrow>
      <section className="card">
        {isGone ? (
          <EmptyState
            icon="log"
            title="没有找到这篇内容"
            hint="可能已被发布部门撤回，或链接不完整"
            action={<Link to="/notices">查看全部通知</Link>}
          />
        ) : (
          <Loaded load={load}>{(notice) => <Shown notice={notice} />}</Loaded>
        )}
      </section>
    </PublicFrame>
  );
}

function Shown({ notice }: { notice: Notice }) {
  useTitle(notice.title);
  const isFaq = notice.kind === 'faq';
  return (
    <div className="public-notice">
      <Link className="public-notice__back no-print" to={isFaq ? '/faq' : '/notices'}>
        <Icon name="back" size={15} />
        {isFaq ? '全部常见问题' : '全部通知'}
      </Link>
      <Article
        notice={notice}
        isPublic
        extra={
          <Button className="no-print public-notice__print" size="small" onClick={() => window.print()}>
            打印
          </Button>
        }
      />
    </div>
  );
}
