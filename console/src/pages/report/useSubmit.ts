import type { ReportFault } from '@common/rules/executionReport';
import { App } from 'antd';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import type { ReportEditor } from './useReportEditor';

interface Options {
  editor: ReportEditor;
  /** Something is missing: shows the first of it. */
  onMissing: (first: ReportFault) => void;
  /** Handed in, or somebody else has been faster. */
  onDone: () => void;
}

/** 提交: everything is written first, what is missing is shown, and then it is asked. */
export function useSubmit({ editor, onMissing, onDone }: Options): { busy: boolean; ask: () => void } {
  const { message, modal } = App.useApp();
  const { stored, missing, saving } = editor;
  const submit = useAction(
    async () => {
      // Over the version that was written here: nothing unseen is handed in.
      const { activityId, version } = stored;
      const sent = await client.reports.submitReport({ activityId, version });
      message.success(sent.waitingFor ? `已提交，现在由${sent.waitingFor}审核` : '已提交');
      void refreshCounts('unit');
      onDone();
    },
    (error) => {
      if (error.code === 'REVIEW_MOVED') {
        message.warning('这份反馈刚刚有人处理过，已更新为最新状态');
        onDone();
        return true;
      }
      if (error.code === 'MOVE_REFUSED' || error.code === 'NO_REVIEWER') {
        modal.warning({ title: '现在不能提交', content: error.message, okText: '知道了', onOk: onDone });
        return true;
      }
      return false;
    },
  );
  const prepare = useAction(async () => {
    if (!(await saving.flush())) {
      message.error('填写的内容还没有保存成功，请先重试保存');
      return;
    }
    const [first] = missing;
    if (first) {
      message.warning(`还有${missing.length}处没有填好：${first.message}`);
      onMissing(first);
      return;
    }
    const isUncredited = stored.creditings.length === 0 && stored.analysis.effectivePersons > 0;
    modal.confirm({
      title: '提交执行情况反馈？',
      content: isUncredited
        ? `还有${stored.analysis.effectivePersons}人符合条件而没有授分，第4页名单是空的。授分后再提交，行政部门才能看到名单。`
        : '提交后由行政部门审核。审核期间不能修改，需要修改可以先撤回。',
      okText: isUncredited ? '仍要提交' : '提交',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => void submit.run(),
    });
  });
  return { busy: prepare.busy || submit.busy, ask: () => void prepare.run() };
}
