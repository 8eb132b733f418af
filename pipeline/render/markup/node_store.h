// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

#include "render/markup/document.h"

namespace hoso::markup {

// Nodes in blocks: they stay where they are and cost one allocation for many. Blocks grow to a size
// that malloc still keeps instead of giving it back to the system.
class NodeStore {
public:
    Node& add() {
        if (next_ == end_) next_block();
        return *::new (next_++) Node;
    }
    [[nodiscard]] Node& front() { return *begin_of(0); }
    // Forgets all but the first; their memory, still in the processor's cache, is used again.
    void keep_front() {
        used_ = 1;
        next_ = begin_of(0) + 1;
        end_ = begin_of(0) + blocks_[0].size;
    }

private:
    static_assert(std::is_trivially_destructible_v<Node>);
    static constexpr std::size_t smallest_block = 32, largest_block = 512;  // nodes
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size;
    };

    [[nodiscard]] Node* begin_of(std::size_t block) {
        return reinterpret_cast<Node*>(blocks_[block].bytes.get());
    }
    [[gnu::noinline]] void next_block() {  // out of the way of add()
        if (used_ == blocks_.size()) {
            const std::size_t size =
                blocks_.empty() ? smallest_block : std::min(blocks_.back().size * 2, largest_block);
            blocks_.push_back(
                {std::make_unique_for_overwrite<std::byte[]>(size * sizeof(Node)), size});
        }
        next_ = begin_of(used_);
        end_ = next_ + blocks_[used_++].size;
    }

    std::vector<Block> blocks_;
    std::size_t used_ = 0;  // blocks
    Node *next_ = nullptr, *end_ = nullptr;
};

}  // namespace hoso::markup
