#pragma once

namespace waitline {

/// How far an order is, in one word. Kept back: units are set aside for it, and it may not ship by the Ship page's own rule.
enum class OrderState { Waiting, PartReady, Ready, Shipped, Cancelled, KeptBack };
inline constexpr OrderState allOrderStates[] = {OrderState::Waiting, OrderState::PartReady, OrderState::Ready,
                                                OrderState::Shipped, OrderState::Cancelled, OrderState::KeptBack};

} // namespace waitline
