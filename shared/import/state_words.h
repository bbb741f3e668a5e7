#pragma once
// What lists of systems, measures and the like call the state of a thing, besides the registers' own words (I5).
#include <string_view>

namespace lisa {

struct StateWords {
    std::string_view state;  ///< option of a state, in any register that has it
    std::string_view words;  ///< letters_of() each, with a space between
};

/// A word that means two states of one register means none there: the person is asked.
inline constexpr StateWords kStateWords[] = {
    {"draft", "utkast förslag påbörjad draft"},
    {"planned", "planerad planerat planeras planering kommande ejpåbörjad ejpåbörjat planned"},
    {"introducing", "införs införande underinförande projekt upphandlas underupphandling implementeras"},
    {"in_operation", "drift idrift aktiv aktivt används ibruk produktion iproduktion driftsatt live active inuse"},
    {"phasing_out", "avvecklas avveckling underavveckling fasasut utfasning"},
    {"retired", "avvecklad avvecklat nedlagd nedlagt urdrift inaktiv inaktivt avslutad avslutat stängd retired inactive"},
    {"in_use", "aktiv aktivt används ibruk gäller gällande idrift active"},
    {"disposed", "avslutad avslutat gallrad gallrat avvecklad avvecklat"},
    {"ongoing", "pågår pågående påbörjad påbörjat startad startat igång ongoing"},
    {"done", "klar klart färdig färdigt genomförd genomfört utförd utfört åtgärdad åtgärdat avslutad avslutat stängd done"},
    {"dropped", "avbruten avbrutet inställd inställt utgår ejaktuell ejaktuellt"},
    {"signed", "tecknat tecknad undertecknat undertecknad påskrivet gäller gällande aktivt aktiv giltigt signed"},
    {"expired", "utgånget utgått löptut avslutat avslutad expired"},
    {"terminated", "uppsagt uppsagd"},
    {"in_review", "granskning undergranskning remiss påremiss"},
    {"adopted", "fastställd fastställt beslutad beslutat antagen antaget gäller gällande godkänd godkänt"},
    {"superseded", "ersatt"},
    {"repealed", "upphävd upphävt"},
    {"proposed", "föreslagen föreslaget förslag"},
    {"decided", "beslutad beslutat fastställd fastställt"},
    {"ended", "avslutad avslutat upphört upphörd"},
    {"closed", "stängd stängt avslutad avslutat klar klart"},
    {"identified", "ny nytt öppen identifierad"},
    {"assessed", "bedömd analyserad värderad"},
    {"treated", "hanterad åtgärdad"},
    {"accepted", "accepterad accepteras"},
    {"received", "ny nytt mottagen inkommen"},
    {"answered", "besvarad besvarat"},
    {"requested", "sökt ansökt begärd begärt"},
    {"approved", "godkänd godkänt beviljad beviljat"},
    {"refused", "avslagen avslaget nekad nekat"},
    {"reached", "uppnått uppnådd"},
    {"missed", "ejuppnått ejuppnådd missat"},
};

}  // namespace lisa
