import type { FormFault } from '@common/rules/application';
import { App } from 'antd';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import type { Editor } from './useEditor';

interface Options {
  editor: Editor;
  /** Something is missing: shows the first of it. */
  onMissing: (first: FormFault) => void;
  /** Handed in, or somebody else has been faster. */
  onDone: () => void;
}

/** 提交上报: everything is written first, what is missing is shown, and then it is asked. */
export function useSubmit({ editor, onMissing, onDone }: Options): { busy: boolean; ask: () => void } {
  const { message, modal } = App.useApp();
  const { stored, missing, saving } = editor;
  const submit = useAction(
    async () => {
      // Over the version that was written here: nothing unseen is handed in.
      const sent = await client.applications.submitApplication({
        applicationId: stored.id,
        version: stored.version,
      });
      const who = sent.can.includes('pass') ? '本单位科教部门' : sent.waitingFor;
      message.success(who ? `已提交上报，现在由${who}审核` : '已提交上报');
      void refreshCounts('unit');
      onDone();
    },
    (error) => {
      if (error.code === 'REVIEW_MOVED' || error.code === 'MOVE_REFUSED') {
        message.warning('这份申报刚刚有人处理过，已更新为最新状态');
        onDone();
        return true;
      }
      if (error.code === 'WINDOW_CLOSED' || error.code === 'NO_REVIEWER') {
        modal.warning({ title: '现在不能提交', content: error.message, okText: '知道了' });
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
    modal.confirm({
      title: '提交上报？',
      content: '提交后由本单位科教部门确认，再逐级审核。审核期间不能修改，需要修改可以先撤回。',
      okText: '提交上报',
      cancelText: '再核对一下',
      icon: null,
      onOk: () => void submit.run(),
    });
  });
  return { busy: prepare.busy || submit.busy, ask: () => void prepare.run() };
}
