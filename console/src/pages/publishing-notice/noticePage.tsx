import type { ManagedNotice } from '@common/contract/notices';
import { codesOf, NOTICE_KINDS, type NoticeKind } from '@common/terms';
import { Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { client } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { SaveState } from '../../components/saveState';
import { EmptyState } from '../../components/states';
import { StatusTag } from '../../components/statusTag';
import { oneOf, useAddress } from '../../hooks/useAddress';
import { useLeaveGuard } from '../../hooks/useLeaveGuard';
import { useLoad } from '../../hooks/useLoad';
import { readWords, stateWords } from '../publishing-notices/noticeWords';
import { NoticeActions } from './noticeActions';
import { NoticeForm } from './noticeForm';
import { PushCard } from './pushCard';
import { useNoticeDraft } from './useNoticeDraft';
import './noticePage.css';

const NEW = 'new';

/** One 通知 or 常见问题, to be written, published and withdrawn. */
export default function NoticePage() {
  const { noticeId = NEW } = useParams();
  const navigate = useNavigate();
  const [{ kind }] = useAddress({ kind: '' });
  // What was begun on this page stays as it is when it gets its address.
  const begun = useRef<string | null>(null);
  if (noticeId === NEW || noticeId === begun.current) {
    return (
      <Editor
        key={NEW}
        kind={oneOf(codesOf(NOTICE_KINDS), kind)}
        stored={null}
        onCreated={(id) => {
          begun.current = id;
          navigate(`/publishing/notices/${id}${kind && `?kind=${kind}`}`, { replace: true });
        }}
      />
    );
  }
  return <Stored key={noticeId} noticeId={noticeId} />;
}

function Stored({ noticeId }: { noticeId: string }) {
  const load = useLoad(() => client.notices.getNotice({ noticeId }), [noticeId]);
  if (load.error?.code === 'NOT_FOUND' || load.error?.code === 'INVALID_INPUT') {
    return (
      <section className="card">
        <EmptyState
          icon="log"
          title="没有找到这篇内容"
          hint="可能已经删除，或不是本部门发布的"
          action={<Link to="/publishing/notices">返回通知管理</Link>}
        />
      </section>
    );
  }
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(notice) => <Editor kind={notice.kind} stored={notice} onCreated={() => undefined} />}
    </Loaded>
  );
}

interface EditorProps {
  kind: NoticeKind;
  stored: ManagedNotice | null;
  onCreated: (id: string) => void;
}

function Editor({ kind, stored, onCreated }: EditorProps) {
  const editing = useNoticeDraft(kind, stored, onCreated);
  const [round, setRound] = useState(0);
  const { notice, draft, isPublished, isChanged } = editing;
  useLeaveGuard(
    isChanged ? (isPublished ? '修改还没有更新到已发布的内容。' : '还没有标题，没有保存。') : null,
  );
  const state = notice && stateWords(notice);
  return (
    <>
      <PageHeader
        title={`${notice ? '编辑' : '新建'}${NOTICE_KINDS[kind]}`}
        back={{ to: `/publishing/notices${kind === 'faq' ? '?kind=faq' : ''}`, label: '通知管理' }}
        tag={
          <>
            {state && <StatusTag tone={state.tone}>{state.text}</StatusTag>}
            {!isPublished && draft.title.trim() !== '' && <SaveState saving={editing.saving} />}
            {isPublished && isChanged && <StatusTag tone="act">修改还没有更新</StatusTag>}
          </>
        }
        note={
          isPublished && notice ? (
            <>
              {readWords(notice)}，
              <Link to={`/notices/${notice.id}`} target="_blank">
                查看公开网页
              </Link>
            </>
          ) : (
            '填写标题后自动保存为草稿，发布前只有本部门能看到。'
          )
        }
        extra={
          <NoticeActions
            editing={{
              ...editing,
              drop: () => {
                editing.drop();
                setRound(round + 1);
              },
            }}
          />
        }
      />
      {notice && <PushCard notice={notice} onChange={editing.take} />}
      <NoticeForm kind={kind} editing={editing} round={round} />
    </>
  );
}
