import { PROFILE_PAGE_ORDER, type ProfilePage } from '@common/rules/profile';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { ask } from '@/services/feedback';
import { pageAfter, pageLabel, pageOf } from '@/services/registerForm';
import type { Register } from './useRegister';

/** How many missing fields are named; the rest is counted. */
const NAMED = 3;
const order = (page: ProfilePage) => PROFILE_PAGE_ORDER.indexOf(page);

interface SubmitBarProps {
  register: Register;
  hasUnsavedPhoto: boolean;
}

/** At the foot of every page: what is missing, the way to it, and 提交 once the first three pages are complete. */
export function SubmitBar({ register, hasUnsavedPhoto }: SubmitBarProps) {
  const { page, canSubmit, isNew, goTo, submit } = register;
  const next = pageAfter(page);
  const send = async () => {
    const isMeant =
      !hasUnsavedPhoto || (await ask('照片还没有保存', '选好的照片需要点“保存照片”才会提交。', '直接提交'));
    if (isMeant) {
      await submit();
    } else {
      goTo('basics');
    }
  };
  if (!canSubmit) {
    return <Missing register={register} />;
  }
  return (
    <View className="submit-bar">
      {next ? (
        <Button id="register-next" kind="secondary" inline onPress={() => goTo(next)}>
          下一页
        </Button>
      ) : null}
      <Button id="register-submit" className="submit-bar__main" onPress={send}>
        {isNew ? '提交单位审核' : '重新提交单位审核'}
      </Button>
    </View>
  );
}

function Missing({ register }: { register: Register }) {
  const { page, missing, goTo, jumpTo } = register;
  const [first] = missing;
  if (!first) {
    return null;
  }
  const labels = [...new Set(missing.map(({ label }) => label))];
  const names = labels.slice(0, NAMED).join('、');
  const next = pageAfter(page);
  const isAhead = missing.some(({ field }) => order(pageOf(field)) > order(page));
  return (
    <View>
      <Pressable id="register-missing" className="submit-bar__missing" onPress={() => jumpTo(first.field)}>
        <View className="grow">
          提交前还差：{names}
          {labels.length > NAMED ? `等${labels.length}项` : ''}
        </View>
        <Icon name="chevron" size={18} color={theme.color.act} />
      </Pressable>
      {isAhead && next ? (
        <Button id="register-next" onPress={() => goTo(next)}>
          下一页：{pageLabel(next)}
        </Button>
      ) : (
        <Button id="register-next" onPress={() => jumpTo(first.field)}>
          去填写：{first.label}
        </Button>
      )}
    </View>
  );
}
