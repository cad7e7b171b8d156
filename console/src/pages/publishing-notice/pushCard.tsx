import type { ManagedNotice } from '@common/contract/notices';
import { Progress } from 'antd';
import { useEffect } from 'react';
import { client } from '../../api/session';
import { StatusTag } from '../../components/statusTag';
import { useLoad } from '../../hooks/useLoad';
import { isPushing, pushPercent, pushWords } from '../publishing-notices/noticeWords';

const EVERY_MS = 3000;

/** How far the push of a notice has come; asks on while it runs. */
export function PushCard({
  notice,
  onChange,
}: {
  notice: ManagedNotice;
  onChange: (notice: ManagedNotice) => void;
}) {
  const words = pushWords(notice);
  if (!words) {
    return null;
  }
  const percent = pushPercent(notice);
  return (
    <section className="card push-card" aria-label="推送">
      <StatusTag tone={words.tone}>{words.text}</StatusTag>
      {isPushing(notice) && (
        <>
          <Progress percent={percent ?? 0} showInfo={percent !== null} status="active" />
          <span className="faint">在后台继续，可以离开本页</span>
          <Watch noticeId={notice.id} onChange={onChange} />
        </>
      )}
    </section>
  );
}

function Watch({ noticeId, onChange }: { noticeId: string; onChange: (notice: ManagedNotice) => void }) {
  const { data } = useLoad(() => client.notices.getNotice({ noticeId }), [noticeId], { everyMs: EVERY_MS });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what came anew is told.
  useEffect(() => {
    if (data) {
      onChange(data);
    }
  }, [data]);
  return null;
}
