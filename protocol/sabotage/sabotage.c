#include "sabotage/sabotage.h"

#ifdef SCOREBOARD_SABOTAGE
enum sabotage_bug sabotage_planted_bug = SABOTAGE_NONE;
#else
typedef int sabotage_is_not_built; /* an empty file is no C */
#endif
