import { ApiError } from '@common/contract/errors';
import type { ExportJob, ExportOrder } from '@common/contract/exports';
import { Button, Modal, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { client } from '../../api/session';
import { showCount } from '../../format';
import { useAction } from '../../hooks/useAction';
import { isGoingOn, percentOf } from './exportState';

interface Props {
  order: ExportOrder;
  disabled?: boolean;
  label?: string;
}

const LOOK_EVERY_MS = 1_500;
const SAVED = { busy: '正在下载…', done: '文件已下载', failed: '没有下载成功，请点“再次下载”' } as const;
type Saved = keyof typeof SAVED;

/** 导出Excel of a long list: made in the background; who waits sees how far it is and gets the file, who leaves finds it later. */
export function ExportButton({ order, disabled, label = '导出Excel' }: Props) {
  const [job, setJob] = useState<ExportJob | null>(null);
  const start = useAction(async () => setJob(await client.exports.startExport({ order })));
  const [saved, setSaved] = useState<Saved>('busy');
  const save = useAction(
    async (exportId: string) => {
      setSaved('busy');
      const file = await client.exports.downloadExport({ exportId });
      await file.save();
      setSaved('done');
    },
    () => {
      setSaved('failed');
      return false;
    },
  );
  const begun = useRef<string>(undefined);
  const { run: saveNow } = save;

  useEffect(() => {
    if (job?.state === 'done' && begun.current !== job.id) {
      begun.current = job.id;
      void saveNow(job.id);
    }
  }, [job, saveNow]);
  useEffect(() => {
    if (!job || !isGoingOn(job)) {
      return;
    }
    let isLeft = false;
    const timer = setTimeout(
      () =>
        client.exports.getExport({ exportId: job.id }).then(
          (next) => !isLeft && setJob(next),
          (error: unknown) => !isLeft && setJob(afterFailure(job, error)),
        ),
      LOOK_EVERY_MS,
    );
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [job]);

  return (
    <>
      <Button disabled={disabled} loading={start.busy} onClick={() => start.run()}>
        {label}
      </Button>
      <Modal
        open={job !== null}
        title={job?.name}
        footer={
          job?.state === 'done' ? (
            <Button type="primary" loading={save.busy} onClick={() => save.run(job.id)}>
              再次下载
            </Button>
          ) : (
            <Button onClick={() => setJob(null)}>{job?.state === 'failed' ? '关闭' : '后台继续'}</Button>
          )
        }
        onCancel={() => setJob(null)}
      >
        {job && <ExportProgress job={job} saved={saved} />}
      </Modal>
    </>
  );
}

/** One that was cancelled elsewhere has failed; else the next look may succeed, for the work goes on without us. */
const afterFailure = (job: ExportJob, error: unknown): ExportJob =>
  error instanceof ApiError && error.code === 'NOT_FOUND'
    ? { ...job, state: 'failed', message: error.message }
    : { ...job };

function ExportProgress({ job, saved }: { job: ExportJob; saved: Saved }) {
  const rows = job.total === null ? showCount(job.rows) : `${showCount(job.rows)} / ${showCount(job.total)}`;
  return (
    <div className="export-progress">
      <Progress
        percent={percentOf(job)}
        status={job.state === 'failed' ? 'exception' : job.state === 'done' ? 'success' : 'active'}
      />
      <p className="soft">
        {job.state === 'failed'
          ? (job.message ?? '没有生成成功，请重新导出')
          : job.state === 'done'
            ? `共${showCount(job.rows)}行，${SAVED[saved]}`
            : `正在生成：${rows} 行`}
      </p>
      <p className="faint">
        可以离开本页，文件保留1天，在<Link to="/exports">导出文件</Link>中随时下载
      </p>
    </div>
  );
}
