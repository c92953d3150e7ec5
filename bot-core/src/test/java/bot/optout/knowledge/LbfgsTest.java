package bot.optout.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void finds_the_bottom_of_a_long_valley() {
    float[] lowest =
        Lbfgs.lowest(
            2,
            50,
            at -> {
              float x = at[0] - 3;
              float y = at[1] + 1;
              return new Lbfgs.Slope(1 + x * x + 40 * y * y, new float[] {2 * x, 80 * y});
            });
    assertArrayEquals(new float[] {3, -1}, lowest, 0.05f);
  }
}
