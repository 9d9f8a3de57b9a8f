#include "events/codes.h"

namespace mahdar {
namespace {

void code_held(const CodeFacts& facts, Codes& codes) {
  codes.plover = "CONSULT";
  if (facts.type == EventType::kCall) {
    codes.cameo = "041";
    codes.plover_modes = {"phone"};
    return;
  }
  if (facts.mediated) {
    codes.cameo = "045";
    codes.plover_modes = {"third-party"};
  } else if (facts.negotiation) {
    codes.cameo = "046";
  } else if (facts.venue == Venue::kOneSide) {
    codes.cameo = "042";
    codes.plover_modes = {"visit"};
  } else {
    codes.cameo = facts.venue == Venue::kThirdPlace ? "044" : "040";
  }
  if (facts.multilateral) codes.plover_modes.push_back("multilateral");
}

}  // namespace

Codes codes_for(const CodeFacts& facts) {
  Codes codes;
  codes.ace = facts.type == EventType::kCall ? "Contact.Phone-Write" : "Contact.Meet";
  switch (facts.status) {
    case Status::kOccurred: code_held(facts, codes); break;
    case Status::kPlanned: codes.cameo = "036", codes.plover = "AGREE"; break;
    case Status::kProposed:
      codes.cameo = facts.proposed_by_third ? "026" : "036";
      codes.plover = facts.proposed_by_third ? "REQUEST" : "AGREE";
      if (facts.proposed_by_third) codes.plover_modes = {"meet"};
      break;
    case Status::kCancelled:
      codes.cameo = facts.broken_off ? "164" : "125";
      codes.plover = facts.broken_off ? "SANCTION" : "REJECT";
      codes.plover_modes = {facts.broken_off ? "withdraw" : "meet"};
      break;
    case Status::kDenied: break;
  }
  return codes;
}

}  // namespace mahdar
