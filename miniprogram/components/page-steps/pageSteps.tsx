import { PROFILE_PAGE_ORDER, PROFILE_PAGES, type ProfilePage } from '@common/rules/profile';
import { theme } from '@common/theme';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import './pageSteps.scss';

interface PageStepsProps {
  complete: readonly ProfilePage[];
  /** The page that is open. */
  current?: ProfilePage;
  onGo: (page: ProfilePage) => unknown;
}

/** The five pages in a line: a green ✓ on each that is complete (manual 003 §三.6), its number on the others. */
export function PageSteps({ complete, current, onGo }: PageStepsProps) {
  return (
    <View className="page-steps">
      {PROFILE_PAGE_ORDER.map((page, index) => {
        const isDone = complete.includes(page);
        const { label } = PROFILE_PAGES[page];
        return (
          <Pressable
            key={page}
            id={`step-${page}`}
            className={`page-step ${isDone ? 'page-step--done' : ''} ${page === current ? 'page-step--on' : ''}`}
            role="tab"
            isChecked={page === current}
            label={`${label}：${isDone ? '已完成' : '未完成'}`}
            onPress={() => onGo(page)}
          >
            <View className="page-step__disc">
              {isDone ? (
                <Icon name="check" size={16} color={theme.color.surface} />
              ) : (
                <Text className="page-step__number">{index + 1}</Text>
              )}
            </View>
            <View className="page-step__name">{label}</View>
          </Pressable>
        );
      })}
    </View>
  );
}
